/* Which youths a saved filter chooses. Where it asks about the person and not about the work,
 * protected persons are never among them: that they are on the list would tell their age or their
 * school (OSL 2009:400, 22 kap. 1 §). */

#include "config.h"

#include "tj-saved-filter.h"

#define ADULT_AGE 18

/**
 * tj_saved_filter_new: a filter that chooses all who are registered. Returns a new one.
 */
TjSavedFilter *
tj_saved_filter_new (void)
{
  TjSavedFilter *filter = g_new0 (TjSavedFilter, 1);

  filter->name = g_strdup ("");
  filter->step = g_strdup ("");
  filter->status = filter->background = filter->occupation = -1;
  return filter;
}

/**
 * tj_saved_filter_copy: a copy of a filter. Returns a new one.
 */
TjSavedFilter *
tj_saved_filter_copy (const TjSavedFilter *filter)
{
  TjSavedFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->name = g_strdup (filter->name);
  copy->step = g_strdup (filter->step);
  return copy;
}

/**
 * tj_saved_filter_free: frees a filter.
 */
void
tj_saved_filter_free (TjSavedFilter *filter)
{
  g_free (filter->name);
  g_free (filter->step);
  g_free (filter);
}

/**
 * tj_saved_filter_is_about_person: whether it asks for something that tells who somebody is, so that
 * protected persons are left out.
 */
gboolean
tj_saved_filter_is_about_person (const TjSavedFilter *filter)
{
  return filter->background >= 0 || filter->occupation >= 0 || filter->min_age > 0
         || filter->max_age > 0 || filter->is_minor || filter->lacks_details;
}

static gboolean
matches_age (const TjSavedFilter *filter, TjDate birth, TjDate today)
{
  guint age;

  if (filter->min_age == 0 && filter->max_age == 0 && !filter->is_minor)
    return TRUE;
  if (birth == TJ_DATE_NONE)
    return FALSE;

  age = (guint)MAX (tj_date_age (birth, today), 0);
  return age >= filter->min_age && (filter->max_age == 0 || age <= filter->max_age)
         && (!filter->is_minor || age < ADULT_AGE);
}

static gboolean
matches_person (const TjSavedFilter *filter,
                const TjAgendaRow *row,
                TjBackground background,
                TjDate today)
{
  if (!tj_saved_filter_is_about_person (filter))
    return TRUE;

  return row->protection == TJ_PROTECTION_NONE && matches_age (filter, row->birth, today)
         && (filter->background < 0 || background == (TjBackground)filter->background)
         && (filter->occupation < 0 || row->occupation == filter->occupation)
         && (!filter->lacks_details || !row->has_details);
}

static gboolean
waits_for_follow_up (const TjAgendaRow *row)
{
  return row->next_step == NULL && row->next_due != TJ_DATE_NONE;
}

static gboolean
matches_step (const TjSavedFilter *filter, const TjAgendaRow *row)
{
  if (*filter->step == '\0')
    return TRUE;
  if (g_str_equal (filter->step, TJ_SAVED_FILTER_FOLLOW_UP))
    return waits_for_follow_up (row);

  return row->next_step != NULL && g_str_equal (row->next_step->id, filter->step);
}

static gboolean
matches_work (const TjSavedFilter *filter, const TjAgendaRow *row, TjDate today)
{
  if (filter->status >= 0 ? row->status != filter->status : row->status == TJ_STATUS_CLOSED)
    return FALSE;

  return matches_step (filter, row)
         && (!filter->is_overdue || (row->next_step != NULL && row->next_state == TJ_STEP_OVERDUE))
         && (!filter->lacks_contact || row->contact_on == TJ_DATE_NONE)
         && (filter->since == TJ_DATE_NONE || row->registered_on >= filter->since)
         && (filter->within == 0
             || (waits_for_follow_up (row) && row->next_due <= today + filter->within));
}

/**
 * tj_saved_filter_matches: whether the filter chooses this youth on a day. `background` is that of the
 * latest registration.
 */
gboolean
tj_saved_filter_matches (const TjSavedFilter *filter,
                         const TjAgendaRow *row,
                         TjBackground background,
                         TjDate today)
{
  return matches_work (filter, row, today) && matches_person (filter, row, background, today);
}
