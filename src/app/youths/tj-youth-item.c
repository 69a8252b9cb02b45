/* One line of the list of youths: a place in an agenda list, and what an optional column asks for
 * beside it, read from the register only when the line is to be seen. */

#include "config.h"

#include "tj-youth-item.h"

#include "tj-case-number.h"
#include "tj-date-text.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>

struct _TjYouthItem
{
  GObject parent_instance;

  TjPeople *people;
  TjAgendaList *list;
  const TjAgendaRow *row;
  TjYouth *youth;
  TjRegistration *registration;
  gboolean was_asked;
};

G_DEFINE_FINAL_TYPE (TjYouthItem, tj_youth_item, G_TYPE_OBJECT)

static void
tj_youth_item_finalize (GObject *object)
{
  TjYouthItem *self = TJ_YOUTH_ITEM (object);

  g_clear_object (&self->youth);
  g_clear_object (&self->registration);
  tj_agenda_list_unref (self->list);
  g_object_unref (self->people);
  G_OBJECT_CLASS (tj_youth_item_parent_class)->finalize (object);
}

static void
tj_youth_item_class_init (TjYouthItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_youth_item_finalize;
}

static void
tj_youth_item_init (TjYouthItem *self)
{
}

TjYouthItem *
tj_youth_item_new (TjPeople *people, TjAgendaList *list, guint position)
{
  TjYouthItem *self = g_object_new (TJ_TYPE_YOUTH_ITEM, NULL);

  self->people = g_object_ref (people);
  self->list = tj_agenda_list_ref (list);
  self->row = tj_agenda_list_get_row (list, position);
  return self;
}

gint64
tj_youth_item_get_id (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), 0);

  return self->row->youth_id;
}

const TjAgendaRow *
tj_youth_item_get_row (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), NULL);

  return self->row;
}

TjDate
tj_youth_item_get_today (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), TJ_DATE_NONE);

  return tj_context_get_today (tj_people_get_context (self->people));
}

gboolean
tj_youth_item_is_protected (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), TRUE);

  return self->row->protection != TJ_PROTECTION_NONE;
}

/* A line may outlive what it tells of: then there is nothing to show. */
static void
read_details (TjYouthItem *self)
{
  TjStore *store = tj_context_get_store (tj_people_get_context (self->people));
  g_autoptr (GPtrArray) registrations = NULL;
  guint i;

  if (self->was_asked || store == NULL || tj_youth_item_is_protected (self))
    return;

  self->was_asked = TRUE;
  self->youth = tj_youths_load (store, self->row->youth_id, NULL);
  registrations = tj_registrations_list (store, self->row->youth_id, NULL);
  for (i = 0; registrations != NULL && i < registrations->len; i++)
    {
      TjRegistration *registration = g_ptr_array_index (registrations, i);

      if (tj_registration_get_registered_on (registration) == self->row->registered_on)
        g_set_object (&self->registration, registration);
    }
}

/* The youth, read now; NULL for a protected person, of whom no column tells anything. */
TjYouth *
tj_youth_item_get_youth (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), NULL);

  read_details (self);
  return self->youth;
}

/* The latest registration, as above. */
TjRegistration *
tj_youth_item_get_registration (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), NULL);

  read_details (self);
  return self->registration;
}

/* "Family, Given" as lists are sorted; a protected person by case number only. */
char *
tj_youth_row_dup_name (const TjAgendaRow *row)
{
  if (row->protection != TJ_PROTECTION_NONE)
    {
      g_autofree char *number = tj_case_number_format (row->youth_id);

      return g_strdup_printf (_ ("Protected person · %s"), number);
    }
  if (*row->family_name == '\0' || *row->given_name == '\0')
    return g_strconcat (row->family_name, row->given_name, NULL);

  return g_strdup_printf ("%s, %s", row->family_name, row->given_name);
}

/* How near the next step is and which: "2 days late · Brev 1". The time comes first, so that it is
 * seen in a narrow column. */
char *
tj_youth_row_dup_next (const TjAgendaRow *row, TjDate today)
{
  const char *step = row->next_step != NULL ? row->next_step->label : _ ("Follow-up");
  g_autofree char *when = NULL;

  if (row->next_due == TJ_DATE_NONE)
    return row->next_step != NULL ? g_strdup (step) : g_strdup (_ ("nothing waits"));
  if (tj_youth_row_is_overdue (row))
    when = tj_date_text_overdue ((int)today - (int)row->next_due);
  else
    when = tj_date_text_relative (row->next_due, today);

  return g_strdup_printf ("%s · %s", when, step);
}

gboolean
tj_youth_row_is_overdue (const TjAgendaRow *row)
{
  return row->next_step != NULL && row->next_state == TJ_STEP_OVERDUE;
}
