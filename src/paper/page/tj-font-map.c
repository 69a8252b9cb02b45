/* The fonts that paper may use: the system's, less those that a PDF cannot carry as they are
 * (bitmaps, colour glyphs, variable fonts). Points are points and positions are exact: letters do
 * not depend on the screen's settings. */

#include "config.h"

#include "tj-font-map.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#define POINTS_PER_INCH 72

static const char rejections[]
    = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><selectfont>"
      "<rejectfont><pattern><patelt name=\"variable\"><bool>true</bool></patelt></pattern>"
      "</rejectfont>"
      "<rejectfont><pattern><patelt name=\"color\"><bool>true</bool></patelt></pattern>"
      "</rejectfont>"
      "<rejectfont><pattern><patelt name=\"outline\"><bool>false</bool></patelt></pattern>"
      "</rejectfont>"
      "</selectfont></fontconfig>";

static FcConfig *
load_config (void)
{
  FcConfig *config = FcInitLoadConfig ();

  FcConfigParseAndLoadFromMemory (config, (const FcChar8 *)rejections, FcTrue);
  FcConfigBuildFonts (config);
  return config;
}

static PangoFontMap *
create_font_map (void)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  FcConfig *config = load_config ();

  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  FcConfigDestroy (config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), POINTS_PER_INCH);
  return map;
}

/* Reading the system's fonts takes longer than setting a letter, so each thread does it once. */
static PangoFontMap *
get_font_map (void)
{
  static GPrivate font_map = G_PRIVATE_INIT (g_object_unref);
  PangoFontMap *map = g_private_get (&font_map);

  if (map == NULL)
    {
      map = create_font_map ();
      g_private_set (&font_map, map);
    }
  return map;
}

/* Returns: (transfer full): a context for setting text on paper, for the calling thread */
PangoContext *
tj_font_map_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (get_font_map ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("sv"));
  return context;
}
