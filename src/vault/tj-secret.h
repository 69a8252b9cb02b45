#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TJ_TYPE_SECRET (tj_secret_get_type ())

/* Bytes that must not reach the disk: locked, guarded memory, wiped when the last reference goes.
 * Never a property, a GVariant or a log line. The bytes are followed by a NUL, so that text can
 * be handed on as a C string. References may be taken and dropped on any thread. */
typedef struct _TjSecret TjSecret;

GType tj_secret_get_type (void);
TjSecret *tj_secret_new (gsize size);
TjSecret *tj_secret_new_random (gsize size);
TjSecret *tj_secret_new_from_bytes (gconstpointer bytes, gsize size);
TjSecret *tj_secret_new_from_string (const char *text);
TjSecret *tj_secret_new_from_fd (int fd, GError **error);
TjSecret *tj_secret_ref (TjSecret *self);
void tj_secret_unref (TjSecret *self);

const guint8 *tj_secret_get (const TjSecret *self, gsize *size);
gsize tj_secret_get_size (const TjSecret *self);
const char *tj_secret_get_text (const TjSecret *self);
guint8 *tj_secret_get_writable (TjSecret *self);
gboolean tj_secret_equal (const TjSecret *a, const TjSecret *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjSecret, tj_secret_unref)

G_END_DECLS
