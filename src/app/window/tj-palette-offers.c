/* What the palette offers beside people: the screens, the lists and filters of Youths, and commands. */

#include "config.h"

#include "tj-palette-offers.h"

#include "tj-saved-filter.h"
#include "tj-screens.h"

#include <glib/gi18n.h>

static const struct
{
  const char *title;
  const char *action;
} commands[] = {
  { N_ ("Import a File"), "frame.import" },
  { N_ ("New Filter"), "frame.new-filter" },
  { N_ ("Duplicates"), "frame.duplicates" },
  { N_ ("Undo"), "frame.undo" },
  { N_ ("Redo"), "frame.redo" },
  { N_ ("Undo History"), "frame.undo-history" },
  { N_ ("Preferences"), "win.preferences" },
  { N_ ("Keyboard Shortcuts"), "win.shortcuts" },
  { N_ ("Lock"), "app.lock" },
};

static void
offer_screen (TjPalette *palette, const char *title, const char *screen)
{
  g_autofree char *text = g_strdup_printf (_ ("Go to %s"), title);

  tj_palette_add (palette, text, "win.show-screen", screen);
}

static void
offer_lists (TjPalette *palette, TjContext *context)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (context, NULL);
  int status;
  guint i;

  offer_screen (palette, _ ("Has turned 20"), "youths:turned");
  offer_screen (palette, _ ("Turns 20 within 30 days"), "youths:twenty");
  for (status = 0; status < TJ_N_STATUSES; status++)
    {
      g_autofree char *screen = tj_screens_dup_list (status);

      offer_screen (palette, tj_code_label (&tj_statuses, status), screen);
    }
  for (i = 0; filters != NULL && i < filters->len; i++)
    {
      const TjSavedFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *screen = g_strdup_printf ("youths:filter-%" G_GINT64_FORMAT, filter->id);

      offer_screen (palette, filter->name, screen);
    }
}

void
tj_palette_offers_add (TjPalette *palette, TjContext *context)
{
  const TjScreen *screen;
  guint i;

  for (i = 0; (screen = tj_screens_get (i)) != NULL; i++)
    offer_screen (palette, _ (screen->title), screen->name);
  offer_lists (palette, context);
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    tj_palette_add (palette, _ (commands[i].title), commands[i].action, NULL);
}
