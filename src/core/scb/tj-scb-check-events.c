/* The questions that are asked of each contact and each measure. */

#include "config.h"

#include "tj-scb-check-private.h"

/* Notes what the rule at work has found in the record; dates and rows are not known of it. */
void
tj_scb_look_find (TjScbLook *look, TjScbField field)
{
  tj_scb_look_find_row (look, field, 0, TJ_DATE_NONE);
}

/* The same of a row of the register, with its day. */
void
tj_scb_look_find_row (TjScbLook *look, TjScbField field, gint64 row_id, TjDate date)
{
  TjScbFinding finding = { .rule = look->rule,
                           .field = tj_scb_field_word (field),
                           .record = look->place,
                           .youth_id = look->record->youth_id,
                           .personal_number = look->record->personal_number,
                           .row_id = row_id,
                           .date = date };

  g_array_append_val (look->findings, finding);
}

/* The same of a contact. */
void
tj_scb_look_find_contact (TjScbLook *look, TjScbField field, const TjScbContact *contact)
{
  tj_scb_look_find_row (look, field, contact->id, contact->noted_on);
}

typedef gboolean (*ContactTest) (const TjScbContact *contact, const TjScbRecord *record);

static void
test_contacts (TjScbLook *look, ContactTest test, TjScbField field)
{
  for (guint i = 0; i < look->record->n_contacts; i++)
    if (test (&look->record->contacts[i], look->record))
      tj_scb_look_find_contact (look, field, &look->record->contacts[i]);
}

static gboolean
is_before (const TjScbContact *contact, const TjScbRecord *record)
{
  return contact->date != TJ_DATE_NONE && contact->date < record->registered_on;
}

static gboolean
is_after (const TjScbContact *contact, const TjScbRecord *record)
{
  return contact->date != TJ_DATE_NONE && record->deregistered_on != TJ_DATE_NONE
         && contact->date > record->deregistered_on;
}

static gboolean
has_only_occupation (const TjScbContact *contact, const TjScbRecord *record)
{
  return contact->date == TJ_DATE_NONE && contact->occupation >= 0;
}

static gboolean
has_only_date (const TjScbContact *contact, const TjScbRecord *record)
{
  return contact->date != TJ_DATE_NONE && contact->occupation < 0;
}

/* A contact lies before the registration. */
void
tj_scb_check_contact_before (TjScbLook *look)
{
  test_contacts (look, is_before, TJ_SCB_CONTACT_ON);
}

/* A contact lies after the deregistration; on its day is well. */
void
tj_scb_check_contact_after (TjScbLook *look)
{
  test_contacts (look, is_after, TJ_SCB_CONTACT_ON);
}

/* An occupation at contact without the day of one. */
void
tj_scb_check_occupation_alone (TjScbLook *look)
{
  test_contacts (look, has_only_occupation, TJ_SCB_CONTACT_ON);
}

/* The day of a contact without the occupation. */
void
tj_scb_check_contact_alone (TjScbLook *look)
{
  test_contacts (look, has_only_date, TJ_SCB_CONTACT_OCCUPATION);
}

typedef gboolean (*MeasureTest) (const TjScbMeasure *measure, const TjScbRecord *record);

static TjDate
find_day (const TjScbMeasure *measure)
{
  if (measure->started_on != TJ_DATE_NONE)
    return measure->started_on;
  return measure->ended_on != TJ_DATE_NONE ? measure->ended_on : measure->decided_on;
}

static void
test_measures (TjScbLook *look, MeasureTest test, TjScbField field)
{
  for (guint i = 0; i < look->record->n_measures; i++)
    {
      const TjScbMeasure *measure = &look->record->measures[i];

      if (test (measure, look->record))
        tj_scb_look_find_row (look, field, measure->id, find_day (measure));
    }
}

static gboolean
begins_before (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return measure->started_on != TJ_DATE_NONE && measure->started_on < record->registered_on;
}

static gboolean
lies_after (const TjScbMeasure *measure, const TjScbRecord *record)
{
  TjDate last = MAX (measure->started_on, measure->ended_on);

  return record->deregistered_on != TJ_DATE_NONE && last != TJ_DATE_NONE
         && last > record->deregistered_on;
}

static gboolean
lacks_start (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return measure->started_on == TJ_DATE_NONE;
}

static gboolean
ends_before_start (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return measure->started_on != TJ_DATE_NONE && measure->ended_on != TJ_DATE_NONE
         && measure->ended_on < measure->started_on;
}

static gboolean
lacks_reason (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return measure->ended_on != TJ_DATE_NONE && *measure->reason == '\0';
}

static gboolean
lacks_after (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return measure->ended_on != TJ_DATE_NONE && measure->after < 0;
}

static gboolean
has_only_reason (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return measure->ended_on == TJ_DATE_NONE && *measure->reason != '\0';
}

static gboolean
has_only_after (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return measure->ended_on == TJ_DATE_NONE && measure->after >= 0;
}

/* One that only begins after the deregistration is another finding. */
static gboolean
goes_on (const TjScbMeasure *measure, const TjScbRecord *record)
{
  return record->deregistered_on != TJ_DATE_NONE && measure->started_on != TJ_DATE_NONE
         && measure->started_on <= record->deregistered_on && measure->ended_on == TJ_DATE_NONE;
}

/* A measure begins before the registration. */
void
tj_scb_check_measure_before (TjScbLook *look)
{
  test_measures (look, begins_before, TJ_SCB_MEASURE_STARTED_ON);
}

/* A measure begins or ends after the deregistration; on its day is well. */
void
tj_scb_check_measure_after (TjScbLook *look)
{
  test_measures (look, lies_after, TJ_SCB_MEASURE_ENDED_ON);
}

/* A measure has no first day. */
void
tj_scb_check_measure_start (TjScbLook *look)
{
  test_measures (look, lacks_start, TJ_SCB_MEASURE_STARTED_ON);
}

/* A measure ends before it begins. */
void
tj_scb_check_measure_order (TjScbLook *look)
{
  test_measures (look, ends_before_start, TJ_SCB_MEASURE_ENDED_ON);
}

/* A measure's end without the reason of it. */
void
tj_scb_check_end_reason (TjScbLook *look)
{
  test_measures (look, lacks_reason, TJ_SCB_MEASURE_END_REASON);
}

/* A measure's end without the occupation afterwards. */
void
tj_scb_check_end_after (TjScbLook *look)
{
  test_measures (look, lacks_after, TJ_SCB_OCCUPATION_AFTER);
}

/* A reason for ending without the day. */
void
tj_scb_check_reason_alone (TjScbLook *look)
{
  test_measures (look, has_only_reason, TJ_SCB_MEASURE_ENDED_ON);
}

/* An occupation afterwards without the day of ending. */
void
tj_scb_check_after_alone (TjScbLook *look)
{
  test_measures (look, has_only_after, TJ_SCB_MEASURE_ENDED_ON);
}

/* A measure is open at deregistration. */
void
tj_scb_check_measure_open (TjScbLook *look)
{
  test_measures (look, goes_on, TJ_SCB_MEASURE_ENDED_ON);
}
