#pragma once

#include "tj-codes.h"
#include "tj-context.h"

#define PASSPHRASE "sju sorters blåbär i skogen"

/* A scratch folder with a register of Tibro in it, unlocked, on 18 November 2026. */
typedef struct
{
  char *scratch;
  char *folder;
  TjContext *context;
  TjSecret *passphrase;
  TjSecret *recovery_key;
} ContextFixture;

TjDate context_fixture_today (void);
void context_fixture_set_up (ContextFixture *fixture, gconstpointer unused);
void context_fixture_tear_down (ContextFixture *fixture, gconstpointer unused);
gint64 context_fixture_add_youth (ContextFixture *fixture,
                                  const char *number,
                                  const char *family_name,
                                  const char *street,
                                  TjProtection protection);
