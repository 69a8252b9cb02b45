#pragma once

#include "ui-fixture.h"

/* Reads the lists of the sample municipality into the register. */
void reconciliation_import_lists (UiFixture *fixture);
