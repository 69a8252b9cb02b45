#pragma once

#include "tj-pdf-metadata.h"
#include "tj-typesetter.h"

G_BEGIN_DECLS

/* The page model of everything this program prints: pages, what is drawn on them, and what it
 * means. Finished, it is one PDF/A-2a and PDF/UA-1 document in memory; preview, printer and file
 * get those same bytes. Lengths are points, y counts down from the page's upper edge. */
typedef struct _TjPaper TjPaper;

TjPaper *tj_paper_new (const char *language, gint64 created);
void tj_paper_free (TjPaper *self);

TjTypesetter *tj_paper_get_typesetter (TjPaper *self);
guint tj_paper_get_n_pages (const TjPaper *self);

void tj_paper_begin_page (TjPaper *self, double width, double height);
void tj_paper_end_page (TjPaper *self);

void tj_paper_begin_shared (TjPaper *self);
void tj_paper_end_shared (TjPaper *self);

guint tj_paper_reserve (TjPaper *self);
void tj_paper_begin_reserved (TjPaper *self, guint place);
void tj_paper_end_reserved (TjPaper *self);

void tj_paper_open (TjPaper *self, const char *type, const char *entries);
void tj_paper_open_figure (TjPaper *self,
                           const char *alternative,
                           double x,
                           double y,
                           double width,
                           double height);
void tj_paper_close (TjPaper *self);
void tj_paper_begin_content (TjPaper *self, const char *type);
void tj_paper_begin_artifact (TjPaper *self, const char *entries);
void tj_paper_end_content (TjPaper *self);

void tj_paper_text (TjPaper *self, const TjSetText *text, double x, double y);
void
tj_paper_rotated_text (TjPaper *self, const TjSetText *text, double x, double y, double degrees);
void
tj_paper_area (TjPaper *self, double x, double y, double width, double height, TjColour colour);
void tj_paper_line (TjPaper *self,
                    double x1,
                    double y1,
                    double x2,
                    double y2,
                    double thickness,
                    TjColour colour);
void tj_paper_frame (TjPaper *self,
                     double x,
                     double y,
                     double width,
                     double height,
                     double thickness,
                     double dash,
                     TjColour colour);

guint tj_paper_link (TjPaper *self,
                     double x,
                     double y,
                     double width,
                     double height,
                     const char *description);
void tj_paper_lead_here (TjPaper *self, guint link, double y);

void tj_paper_bookmark (TjPaper *self, const char *title);
void tj_paper_bookmark_at (TjPaper *self, const char *title, guint level, double y);
GBytes *tj_paper_finish (TjPaper *self, const char *title, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjPaper, tj_paper_free)

G_END_DECLS
