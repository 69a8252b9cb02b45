#pragma once

#include "tj-codes.h"
#include "tj-date.h"

G_BEGIN_DECLS

/* What a register tells statistics: the youths and their histories as plain packed arrays, without
 * names, numbers or notes. Every row begins with whose it is and its day. */
typedef struct
{
  guint32 youth; /* place among the youths */
  TjDate date;
} TjStatisticsRow;

#define TJ_STATISTICS_NO_CODE 0xff
#define TJ_STATISTICS_NO_WORD 0xffff

typedef struct
{
  TjStatisticsRow row; /* the day of registration */
  TjDate to;           /* deregistered on; TJ_DATE_NONE while open */
  guint8 background;   /* TjBackground */
  guint8 reason;       /* TjDeregistration or TJ_STATISTICS_NO_CODE */
} TjStatisticsRegistration;

typedef struct
{
  TjStatisticsRow row;
  guint8 channel;    /* TjChannel */
  guint8 outcome;    /* TjOutcome */
  guint8 occupation; /* TjOccupation */
} TjStatisticsContact;

typedef struct
{
  TjStatisticsRow row;
  guint8 source;     /* TjSource */
  guint8 occupation; /* TjOccupation */
} TjStatisticsKnowledge;

typedef struct
{
  TjStatisticsRow row; /* the day it starts */
  TjDate to;           /* ended on; TJ_DATE_NONE while it goes on */
  guint8 type;         /* TjMeasureType */
  guint8 content;      /* TjMeasureContent */
  guint8 after;        /* TjAfterMeasure or TJ_STATISTICS_NO_CODE */
  guint16 reason;      /* of the input's words, or TJ_STATISTICS_NO_WORD */
} TjStatisticsMeasure;

typedef struct
{
  TjStatisticsRow row; /* the day it was received */
  guint8 category;     /* TjReportCategory */
} TjStatisticsReport;

typedef enum
{
  TJ_STATISTICS_REGISTRATIONS,
  TJ_STATISTICS_CONTACTS,
  TJ_STATISTICS_KNOWLEDGE,
  TJ_STATISTICS_MEASURES,
  TJ_STATISTICS_REPORTS,
  TJ_N_STATISTICS_ROWS,
} TjStatisticsRowKind;

typedef struct _TjStatisticsInput TjStatisticsInput;

TjStatisticsInput *tj_statistics_input_new (void);
TjStatisticsInput *tj_statistics_input_ref (TjStatisticsInput *self);
void tj_statistics_input_unref (TjStatisticsInput *self);

void tj_statistics_input_add_youth (TjStatisticsInput *self, gint64 id, int sex, int birth_year);
gboolean tj_statistics_input_add (TjStatisticsInput *self,
                                  TjStatisticsRowKind kind,
                                  gint64 youth_id,
                                  gpointer row);
guint16 tj_statistics_input_intern (TjStatisticsInput *self, const char *word);
void tj_statistics_input_set_complete_from (TjStatisticsInput *self, TjDate date);
void
tj_statistics_input_keep (TjStatisticsInput *self, const char *half, const char *name, guint value);
gboolean tj_statistics_input_get_kept (const TjStatisticsInput *self,
                                       const char *half,
                                       const char *name,
                                       guint *value);
void tj_statistics_input_seal (TjStatisticsInput *self);

guint tj_statistics_input_n_youths (const TjStatisticsInput *self);
gint64 tj_statistics_input_get_id (const TjStatisticsInput *self, guint youth);
int tj_statistics_input_get_sex (const TjStatisticsInput *self, guint youth);
int tj_statistics_input_get_birth_year (const TjStatisticsInput *self, guint youth);
gconstpointer tj_statistics_input_get_rows (const TjStatisticsInput *self,
                                            TjStatisticsRowKind kind,
                                            guint youth,
                                            guint *n_rows);
const char *tj_statistics_input_get_word (const TjStatisticsInput *self, guint16 word);
TjDate tj_statistics_input_get_first_day (const TjStatisticsInput *self);
TjDate tj_statistics_input_get_complete_from (const TjStatisticsInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjStatisticsInput, tj_statistics_input_unref)

G_END_DECLS
