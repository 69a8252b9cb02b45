#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_SECTIONS_PAGE (tj_sections_page_get_type ())
G_DECLARE_FINAL_TYPE (TjSectionsPage, tj_sections_page, TJ, SECTIONS_PAGE, TjPage)

/* One section: the word of its address, what its tab says (untranslated), and what makes it. A list
 * of them ends with one that has no name. */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GtkWidget *(*build) (TjContext *context);
} TjSection;

GtkWidget *tj_sections_page_new (TjContext *context,
                                 const char *name,
                                 const char *title,
                                 const TjSection *sections);

G_END_DECLS
