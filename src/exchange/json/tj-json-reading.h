#pragma once

#include <json-glib/json-glib.h>

#include "tj-exchange-error.h"

G_BEGIN_DECLS

/* A strict reading of JSON that people edit: the first error stays, and after it every function
 * does nothing and gives an empty value. */
typedef struct
{
  const char *what; /* what is read, as errors begin: a literal, translated */
  char *where;
  GError *error;
} TjJsonReading;

/* A parser that takes ownership of nothing; NULL with an error when the text is no object. */
JsonObject *tj_json_reading_begin (TjJsonReading *self,
                                   const char *what,
                                   JsonParser *parser,
                                   const char *json,
                                   gssize length);
gboolean tj_json_reading_end (TjJsonReading *self, GError **error);
void tj_json_reading_refuse (TjJsonReading *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void tj_json_reading_enter (TjJsonReading *self, char *where);

void tj_json_reading_check_keys (TjJsonReading *self, JsonObject *object, const char *const *known);
JsonNode *tj_json_reading_take_member (TjJsonReading *self,
                                       JsonObject *object,
                                       const char *key,
                                       GType type,
                                       gboolean required);
const char *tj_json_reading_take_text (TjJsonReading *self,
                                       JsonObject *object,
                                       const char *key,
                                       gboolean required);
gboolean tj_json_reading_take_flag (TjJsonReading *self, JsonObject *object, const char *key);
JsonArray *
tj_json_reading_take_objects (TjJsonReading *self, JsonObject *object, const char *key, guint most);

G_END_DECLS
