#pragma once

#include "tj-context.h"
#include "tj-target-group.h"

G_BEGIN_DECLS

/* Everybody the target group is worked out for, with all that lists say of them. */
typedef struct _TjTargetRoll TjTargetRoll;

/* One of them. Texts belong to the roll. */
typedef struct
{
  const char *personal_number;
  const char *given_name;
  const char *family_name;
  gint64 youth_id;
  gboolean is_protected;
  gboolean is_concerned; /* lives here, is on IST's list or registered: else only known */
  TjDate registered_on;
  TjTargetPerson facts;
} TjTargetMember;

TjTargetRoll *tj_target_roll_new (TjContext *context, GError **error);
void tj_target_roll_free (TjTargetRoll *self);
guint tj_target_roll_get_length (TjTargetRoll *self);
const TjTargetMember *tj_target_roll_get_member (TjTargetRoll *self, guint index);
const TjTargetSources *tj_target_roll_get_sources (TjTargetRoll *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTargetRoll, tj_target_roll_free)

G_END_DECLS
