#pragma once

#include "tj-contact.h"

G_BEGIN_DECLS

char *tj_contact_text_what (TjContact *contact);
char *tj_contact_text_more (TjContact *contact);

G_END_DECLS
