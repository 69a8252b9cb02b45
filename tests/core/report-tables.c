/* The tables of a made-up half-year, and a report of them. */

#include "config.h"

#include "report-tables.h"

typedef struct
{
  const char *id;
  const char *label;
  const char *figures; /* "12 7 .. 45,2% 9d –" */
} Row;

static void
fill (TjFigure *figure, const char *word)
{
  char *end;

  figure->kind = TJ_FIGURE_COUNT;
  if (g_str_equal (word, "-"))
    figure->kind = TJ_FIGURE_EMPTY;
  else if (word[0] == '.')
    {
      if (g_str_has_suffix (word, "%"))
        figure->kind = TJ_FIGURE_SHARE;
      tj_figure_hide (figure);
    }
  else
    {
      figure->value = (int)g_ascii_strtoll (word, &end, 10);
      if (*end == '%')
        figure->kind = TJ_FIGURE_SHARE;
      else if (*end == 'd')
        figure->kind = TJ_FIGURE_DAYS;
    }
}

static TjFigureTable *
new_table (const char *id,
           const char *section,
           const char *title,
           const char *columns,
           const Row *rows,
           guint n)
{
  TjFigureTable *table = tj_figure_table_new (id, section, title);
  g_auto (GStrv) names = g_strsplit (columns, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (names[i], "=", 2);

      tj_figure_table_add_column (table, pair[0], pair[1], g_str_equal (pair[0], "total"));
    }
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].figures, " ", -1);

      tj_figure_table_add_row (table, rows[i].id, rows[i].label, g_str_equal (rows[i].id, "total"));
      for (guint j = 0; words[j] != NULL; j++)
        fill (tj_figure_table_at (table, i, j), words[j]);
    }
  return table;
}

#define TABLE(id, section, title, columns, ...)                                                    \
  do                                                                                               \
    {                                                                                              \
      const Row rows[] = { __VA_ARGS__ };                                                          \
      g_ptr_array_add (tables,                                                                     \
                       new_table (id, section, title, columns, rows, G_N_ELEMENTS (rows)));        \
    }                                                                                              \
  while (0)

#define SEXES "women=Kvinnor|men=Män|total=Alla"

GPtrArray *
report_tables_new (void)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_figure_table_free);

  TABLE ("numbers", "numbers", "Ungdomar under halvåret", SEXES,
         { "start", "Vid halvårets början", "21 27 48" }, { "new", "Nya", "11 15 26" },
         { "deregistered", "Avregistrerade", "8 12 20" },
         { "end", "Vid halvårets slut", "24 30 54" });
  TABLE ("numbers-by-birth-year", "numbers", "Ungdomar efter födelseår",
         "start=Vid början|new=Nya|deregistered=Avregistrerade|end=Vid slutet",
         { "2007", "2007", "7 8 5 10" }, { "2008", "2008", "21 12 10 23" },
         { "2009", "2009", ".. .. 5 .." }, { "2010", "2010", ".. .. - .." },
         { "total", "Alla", "48 26 20 54" });
  TABLE ("contact", "contact", "Kontakt med ungdomarna", SEXES "|share=Andel",
         { "reached", "Nådda", "26 33 59 797%" },
         { "known", "Inte nådda, sysselsättningen känd på annat sätt", ".. .. 8 108%" },
         { "sought", "Sökta men inte nådda", ".. .. 7 95%" },
         { "not-sought", "Varken sökta eller kända", "0 0 0 0%" },
         { "total", "Alla", "32 42 74 1000%" });
  TABLE ("occupation", "occupation", "Sysselsättning enligt kontakt eller kännedom",
         SEXES "|share=Andel", { "none", "Ingen sysselsättning", "8 10 18 243%" },
         { "work", "Arbete", "9 12 21 284%" }, { "other-studies", "Andra studier", "6 8 14 189%" },
         { "abroad", "Utomlands", ".. .. .. ..%" },
         { "other", "Annan sysselsättning", ".. .. .. ..%" }, { "unknown", "Okänd", "6 9 15 203%" },
         { "total", "Alla", "32 42 74 1000%" });
  TABLE ("measures", "measures", "Ungdomar i åtgärd", SEXES "|share=Andel",
         { "in-measure", "I åtgärd", "11 14 25 338%" },
         { "no-measure", "Utan åtgärd", "21 28 49 662%" }, { "total", "Alla", "32 42 74 1000%" });
  TABLE ("back-in-education", "results", "Tillbaka i utbildning", SEXES "|share=Andel",
         { "back", "Tillbaka i utbildning", ".. .. 11 550%" },
         { "other", "Andra grunder", ".. .. 9 450%" }, { "total", "Alla", "8 12 20 1000%" });
  TABLE ("deregistration-reasons", "results", "Grunder för avregistrering", SEXES "|share=Andel",
         { "turned-20", "Fyllt 20 år", ".. .. .. ..%" },
         { "national-programme", "Nationellt program eller motsvarande", "5 6 11 550%" },
         { "moved", "Inte längre folkbokförd i kommunen", ".. .. .. ..%" },
         { "total", "Alla", "8 12 20 1000%" });
  TABLE ("time-to-attempt", "time", "Första kontaktförsök inom rutinens tid", SEXES "|share=Andel",
         { "in-time", "I tid", "10 13 23 821%" }, { "late", "Inte i tid", ".. .. 5 179%" },
         { "total", "Alla", ".. .. 28 1000%" });
  TABLE ("time-median", "time", "Mediantid", SEXES,
         { "attempt", "Från registrering till första försök", "3d 4d 4d" },
         { "contact", "Från registrering till första kontakt", "8d 11d 9d" });
  TABLE ("comparison-numbers", "comparison", "Antal ungdomar, per halvår",
         "start=Vid början|new=Nya|deregistered=Avregistrerade|end=Vid slutet",
         { "2025H1", "Första halvåret 2025", "38 15 12 41" },
         { "2025H2", "Andra halvåret 2025", "41 22 19 44" },
         { "2026H1", "Första halvåret 2026", "44 18 14 48" },
         { "2026H2", "Andra halvåret 2026", "48 26 20 54" });
  TABLE ("comparison-shares", "comparison", "Resultat per halvår",
         "reached=Nådda|in-measure=I åtgärd|back=Tillbaka i utbildning",
         { "2025H1", "Första halvåret 2025", "712% 301% ..%" },
         { "2025H2", "Andra halvåret 2025", "745% 322% 421%" },
         { "2026H1", "Första halvåret 2026", "761% 318% ..%" },
         { "2026H2", "Andra halvåret 2026", "797% 338% 550%" });
  tj_figure_table_set_note (
      tables->pdata[1],
      "De äldsta är alla som är födda tidigare, de yngsta alla som är födda senare.");
  return tables;
}

static const TjReportDefinition definitions[] = {
  { "Ungdom vid halvårets slut",
    "Den som var registrerad i aktivitetsansvaret på kvällen halvårets sista dag." },
  { "Svarade", "Den som har svarat på minst ett kontaktförsök under halvåret, oavsett sätt." },
  { "Kännedom", "Kommunen vet genom ett register eller en annan källa vad ungdomen gör, utan att "
                "ha haft kontakt." },
};

TjReport
report_sample (const GPtrArray *tables)
{
  return (TjReport){
    .municipality = "Tibro kommun",
    .board = "Barn- och utbildningsnämnden",
    .coordinator = "Karin Exempel",
    .contact = "Ungdomsteamet, 0504-180 00, kaa@exempel.se",
    .period = "andra halvåret 2026",
    .from = tj_date_new (2026, 7, 1),
    .to = tj_date_new (2026, 12, 31),
    .date = tj_date_new (2027, 1, 18),
    .threshold = 5,
    .organisation = "Aktivitetsansvaret ligger hos Tibro Kompetenscenter. En samordnare leder det "
                    "operativa teamet, som träffas varannan vecka.\n\n"
                    "I det utökade teamet deltar även kommunens fältassistenter. Det träffas var "
                    "sjätte vecka och bestämmer vilka ungdomar som ska sökas i hemmet.",
    .analysis = "Fler nås, och fortare\n\nAndelen som svarade steg. Det viktigaste skälet är att "
                "alla nya ungdomar fick ett sms inom en vecka.\n\n"
                "Vad som återstår\n\n- De äldsta ungdomarna nås sämst.\n- Samarbetet med "
                "vuxenutbildningen behöver en rutin.\n\n"
                "Inför nästa halvår prövas hembesök på kvällstid.",
    .decision = "Barn- och utbildningsnämnden lägger rapporten till handlingarna.",
    .log_head = "9f3a 71c0 55e2 8b14 0d6c a3f7 2e98 41bb",
    .tables = tables,
    .definitions = definitions,
    .n_definitions = G_N_ELEMENTS (definitions),
  };
}
