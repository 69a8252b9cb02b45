/* Every sheet the program prints, filled in: what the tests read back, and what draw-sheets writes
 * out to be looked at. */

#include "config.h"

#include "sheet-samples.h"

#include "tj-extract-sheet.h"
#include "tj-log-sheet.h"
#include "tj-contested-sheet.h"
#include "tj-plan-sheet.h"
#include "tj-purge-sheet.h"
#include "tj-reconciliation-sheet.h"
#include "tj-recovery-sheet.h"
#include "tj-sheet-table.h"
#include "tj-team-sheet.h"

const char *const sample_names[]
    = { "plan",           "empty-plan", "extract",  "meeting", "extended",
        "home-visit",     "purge",      "recovery", "log",     "wide-table",
        "reconciliation", "contested",  NULL };

TjSheetHead
sample_head (void)
{
  return (TjSheetHead){ .sender = "Tibro kommun, Ungdomsteamet",
                        .date = tj_date_new (2026, 10, 5),
                        .created = SAMPLE_CREATED };
}

static GBytes *
finish (GBytes *pdf, GError *error)
{
  g_assert_no_error (error);
  return pdf;
}

static GBytes *
draw_plan (void)
{
  static const TjPlanSheetActivity activities[] = {
    { "Studie- och yrkesvägledning", "Kommunen", 0, 0 },
    { "Studiebesök på Dacke folkhögskola, med resa", "Ungdomen och kommunen", 0, 0 },
    { "Praktik genom AME: Hantverksstegen, tre dagar i veckan", "Annan aktör", 0, 0 },
  };
  TjPlanSheetActivity dated[G_N_ELEMENTS (activities)];
  TjSheetHead head = sample_head ();
  GError *error = NULL;
  const TjPlanSheet plan = {
    .name = "Alva Öst",
    .reference = "KAA-0042",
    .birth_year = 2008,
    .version = 3,
    .written_on = tj_date_new (2026, 9, 28),
    .coordinator = "Karin Exempel",
    .goal = "Börja på Barn- och fritidsprogrammet i augusti 2027. Till dess: en vardag med fasta "
            "tider, och praktik på en plats där Alva trivs.",
    .youth_part = "Kommer till samtalen varannan tisdag kl. 10. Hör av sig samma dag vid förhinder."
                  "\nSöker två praktikplatser på egen hand före 1 november.",
    .municipality_part = "Bokar studiebesök och följer med. Ordnar busskort under praktiken.",
    .other_part = "AME ordnar praktikplats och handledare.",
    .starts_on = tj_date_new (2026, 10, 1),
    .ends_on = tj_date_new (2027, 6, 11),
    .follow_up = "2026-11-10, 2027-01-19 och 2027-04-13; utvärdering i juni 2027.",
    .activities = dated,
    .n_activities = G_N_ELEMENTS (dated),
  };

  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      dated[i] = activities[i];
      dated[i].starts_on = tj_date_new (2026, 10, 5 + (int)i);
    }
  dated[0].stops_on = tj_date_new (2026, 12, 18);
  return finish (tj_plan_sheet_draw (&plan, &head, &error), error);
}

static GBytes *
draw_empty_plan (void)
{
  const TjPlanSheet plan = { .name = "Åke Nyberg", .reference = "KAA-0043", .version = 1 };
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  return finish (tj_plan_sheet_draw (&plan, &head, &error), error);
}

static GBytes *
draw_extract (void)
{
  static const char *const facts[] = { "Uppgift", "Värde" };
  static const char *const fact_rows[][2] = { { "Namn", "Alva Öst" },
                                              { "Personnummer", "20060101-2396" },
                                              { "Adress", "Storgatan 1 lgh 1101, 543 30 Tibro" },
                                              { "Telefon", "070-174 06 05" },
                                              { "E-post", "" } };
  static const char *const contacts[] = { "Datum", "Sätt", "Riktning", "Resultat", "Anteckning" };
  static const char *const contact_rows[][5] = {
    { "2026-03-02", "Sms", "Från oss", "Inget svar", "" },
    { "2026-03-10", "Brev", "Från oss", "Skickat", "Brev 1" },
    { "2026-03-24", "Telefon", "Till oss", "Svarade",
      "Vill veta mer om folkhögskola. Har sökt sommarjobb på Coop och väntar på besked. Vi hörs "
      "igen "
      "om två veckor; hon ringer om det blir något före dess." },
  };
  static const char *const log[] = { "Tidpunkt", "Vem", "Vad" };
  static const char *const log_rows[][3] = { { "2026-03-02 09:14", "kexe", "Öppnade personen" },
                                             { "2026-03-02 09:15", "kexe", "Loggade en kontakt" } };
  const char *const *facts_of[5], *const *contacts_of[3], *const *log_of[2];
  const TjExtractSection sections[] = {
    { "Register", "Förordning (2006:39) 4 §: uppgifter som behövs för att nå dig.", facts, 2,
      facts_of, 5 },
    { "Dokumentation", "Förordning (2006:39) 8 §.", contacts, 5, contacts_of, 3 },
    { "Skolornas rapporter", "Skollagen 15 kap. 15 §.", NULL, 0, NULL, 0 },
    { "Logg", "Vem som har läst eller ändrat (artikel 32).", log, 3, log_of, 2 },
  };
  const TjExtractSheet extract
      = { "Alva Öst", "20060101-2396",
          "KAA-0042", "Ungdomsteamet, 0504-180 00, ungdomsteamet@tibro.example",
          sections,   G_N_ELEMENTS (sections) };
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  for (guint i = 0; i < 5; i++)
    facts_of[i] = fact_rows[i];
  for (guint i = 0; i < 3; i++)
    contacts_of[i] = contact_rows[i];
  for (guint i = 0; i < 2; i++)
    log_of[i] = log_rows[i];
  return finish (tj_extract_sheet_draw (&extract, &head, &error), error);
}

/* The third youth is protected, and filled in as if someone had forgotten. */
static GBytes *
draw_team (TjTeamSheetKind kind)
{
  static const char *const names[] = { "Alva Öst",   "Zoë al-Sayed Bergström",
                                       "Åke Nyberg", "Łukasz Nowak",
                                       "Fatima Ek",  "Örjan Lind",
                                       "Märta Ström" };
  static const char *const streets[]
      = { "Hörnebovägen 4",         "Storgatan 2\nlgh 1101", "Storgatan 10 B",
          "c/o Ek\nStorgatan 10 C", "Ängsvägen 1",           "Fågelviksvägen 3" };
  TjTeamSheetRow rows[18];
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *reference = g_strdup_printf ("KAA-%04u", 40 + i);

      g_ptr_array_add (kept, reference);
      rows[i] = (TjTeamSheetRow){
        .name = names[i % G_N_ELEMENTS (names)],
        .reference = reference,
        .age = 16 + (int)i % 4,
        .status = i % 3 == 0   ? "Åtgärdas"
                  : i % 3 == 1 ? "Pågående åtgärd"
                               : "Bevakning",
        .contact = i % 4 == 3 ? "" : "2026-09-21 Telefon\nInget svar",
        .n_attempts = i * 3 % 7,
        .step = i % 2 == 0 ? "Hembesök" : "Brev 2",
        .due = tj_date_new (2026, 10, 1 + (int)i),
        .days_overdue = 4 - (int)i,
        .responsible = "Samordnare KAA och fältassistenter",
        .address = streets[i % G_N_ELEMENTS (streets)],
        .locality = i < 12 ? "543 30 Tibro" : "543 93 Fagersanna",
      };
    }
  rows[17].is_protected = TRUE;
  rows[17].name = "Hemlig Hemlund";
  rows[17].age = 17;
  rows[17].address = "Hemvägen 1";
  rows[17].locality = "111 22 Hemort";
  return finish (tj_team_sheet_draw (kind, rows, G_N_ELEMENTS (rows), &head, &error), error);
}

static GBytes *
draw_purge (void)
{
  static const TjPurgeSheetCount counts[]
      = { { "Personer", 14 }, { "Kontakter", 312 }, { "Brev", 41 }, { "Planer", 9 } };
  const TjPurgeSheet purge = { .purged_on = tj_date_new (2026, 12, 18),
                               .actor = "kexe",
                               .year = 2026,
                               .n_youths = 14,
                               .counts = counts,
                               .n_counts = G_N_ELEMENTS (counts),
                               .backups_until = tj_date_new (2027, 9, 30) };
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  return finish (tj_purge_sheet_draw (&purge, &head, &error), error);
}

static GBytes *
draw_recovery (void)
{
  static const char *const groups[]
      = { "7K2MQ", "0WERT", "YXZ19", "88ABC", "DMNP4", "Q3RS0", "WWMM1", "HJKV5", NULL };
  const TjRecoverySheet recovery = { "Tibro kommun", groups };
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  return finish (tj_recovery_sheet_draw (&recovery, &head, &error), error);
}

static GBytes *
draw_log (void)
{
  static const TjLogSheetCount actions[]
      = { { "Öppnade en person", 412 }, { "Loggade en kontakt", 96 }, { "Skrev ut brev", 12 } };
  static const TjLogSheetCount actors[] = { { "kexe", 489 }, { "bnil", 31 } };
  TjLogSheetDay days[22] = { 0 };
  TjLogSheetUnlock unlocks[] = {
    { 0, "09:14", "kexe", "KAA-0057", "Ringer upp efter brev från Skatteverket" },
    { 0, "15:40", "bnil", "KAA-0057", "Möte om plan" },
  };
  const TjLogSheet log = { .month = "2026-09",
                           .days = days,
                           .n_days = G_N_ELEMENTS (days),
                           .actions = actions,
                           .n_actions = G_N_ELEMENTS (actions),
                           .actors = actors,
                           .n_actors = G_N_ELEMENTS (actors),
                           .unlocks = unlocks,
                           .n_unlocks = G_N_ELEMENTS (unlocks),
                           .is_intact = TRUE };
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      days[i].date = tj_date_new (2026, 9, 1 + (int)i);
      days[i].counts[TJ_LOG_SHEET_OPENED] = 2;
      days[i].counts[TJ_LOG_SHEET_READ] = 7 + i * 5 % 13;
      days[i].counts[TJ_LOG_SHEET_CHANGED] = i % 6;
      days[i].counts[TJ_LOG_SHEET_FAILED] = i == 9 ? 3 : 0;
    }
  unlocks[0].date = days[3].date;
  unlocks[1].date = days[11].date;
  return finish (tj_log_sheet_draw (&log, &head, &error), error);
}

/* The last pupil of each section is protected, and filled in as if someone had forgotten. */
static GBytes *
draw_reconciliation (void)
{
  static const TjReconciliationRow after_break[] = {
    { FALSE, "Alva Öst", "20060101-2396", "KAA-0040",
      "NTI Gymnasiet Skövde har fakturerat 2026-11, studierna slutade 2026-10-12", 1239200,
      "Bestrid fakturan", NULL },
    { FALSE, "Zoë al-Sayed Bergström", "20070111-2393", "KAA-0041",
      "Gymnasium Skövde Västerhöjd har fakturerat 2026-11, studierna slutade 2026-09-18", 1015800,
      "Bestrid fakturan", NULL },
    { TRUE, "Hemlig Hemlund", "20071212-2391", "KAA-0057", "Hemskolan har fakturerat", 850050,
      "Bestrid fakturan", NULL },
  };
  static const TjReconciliationRow unseen[] = {
    { FALSE, "Åke Nyberg", "20081028-2392", "",
      "Tillhör målgruppen men finns varken på någon skola, faktura eller lista", 0,
      "Registreras i KAA", NULL },
  };
  static const TjReconciliationRow open_items[] = {
    { FALSE, "Fatima Ek", "20080808-2383", "KAA-0012", "Årskurs 4, NA på Kavelbro", 927500,
      "Överenskommelse om förlängd utbildning", "Fråga skolan, 2026-10-20" },
  };
  static const TjReconciliationSection sections[] = {
    { "Fakturerad efter avslut", after_break, G_N_ELEMENTS (after_break) },
    { "Fakturerad två gånger", NULL, 0 },
    { "Varken i skola, fakturerad eller på Åtgärdas", unseen, G_N_ELEMENTS (unseen) },
  };
  static const TjReconciliationFigure figures[] = { { "På Åtgärdas", 82, 79 },
                                                    { "Inskrivna i gymnasieskolan", 279, 284 },
                                                    { "Fakturerade elever", 304, -1 } };
  const TjReconciliationSource sources[]
      = { { "IST Aktivitetsansvar", tj_date_new (2026, 11, 16), 82 },
          { "Fakturor", tj_date_new (2026, 11, 17), 306 },
          { "Vuxenutbildningen", TJ_DATE_NONE, 0 } };
  const TjReconciliationSheet sheet = { .month = "november 2026",
                                        .meeting = tj_date_new (2026, 11, 20),
                                        .participants = "Karin Exempel, Bo Nilsson",
                                        .sources = sources,
                                        .n_sources = G_N_ELEMENTS (sources),
                                        .figures = figures,
                                        .n_figures = G_N_ELEMENTS (figures),
                                        .sections = sections,
                                        .n_sections = G_N_ELEMENTS (sections),
                                        .carried_over = open_items,
                                        .n_carried_over = G_N_ELEMENTS (open_items) };
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  return finish (tj_reconciliation_sheet_draw (&sheet, &head, &error), error);
}

static GBytes *
draw_contested (void)
{
  static const TjContestedRow rows[] = {
    { "Alva Öst", "20060101-2396", "NTI Gymnasiet Skövde", "EE25", "F1000",
      "Fakturerat 2026-11, studierna slutade 2026-10-12", 1239200 },
    { "Skyddad person", "", "NTI Gymnasiet Skövde", "TE", "F1001", "", 1015800 },
  };
  const TjContestedSheet sheet = { .organiser = "NTI Gymnasiet AB",
                                   .month = "november 2026",
                                   .contact = "Karin Exempel, 0504-180 00",
                                   .rows = rows,
                                   .n_rows = G_N_ELEMENTS (rows) };
  TjSheetHead head = sample_head ();
  GError *error = NULL;

  return finish (tj_contested_sheet_draw (&sheet, &head, &error), error);
}

/* Wide, with amounts, over many pages. */
static GBytes *
draw_wide_table (void)
{
  static const TjSheetColumn columns[] = {
    { .title = "Elev", .names_row = TRUE, .share = 2 },
    { .title = "Skola", .share = 2 },
    { .title = "Program", .width = 18 },
    { .title = "Fakturerat", .kind = TJ_COLUMN_NUMBER, .width = 26 },
    { .title = "Prislista", .kind = TJ_COLUMN_NUMBER, .width = 26 },
    { .title = "Skillnad", .kind = TJ_COLUMN_NUMBER, .width = 26 },
    { .title = "Fynd", .share = 3 },
    { .title = "Beslut", .kind = TJ_COLUMN_LINES, .width = 30 },
  };
  TjSheetHead head = sample_head ();
  g_autoptr (TjSheet) sheet = NULL;
  TjSheetTable *table;
  GError *error = NULL;

  head.title = "Avstämning KAA och IKE, november 2026";
  head.handling = "Innehåller personuppgifter.";
  head.landscape = TRUE;
  sheet = tj_sheet_new (&head);
  tj_sheet_heading (sheet, 2, "Fakturerade som inte stämmer");
  tj_sheet_heading (sheet, 3, "Efter avbrott");
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  tj_sheet_table_set_striped (table, TRUE);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Elev nummer %u", i + 1);
      const char *const cells[] = { name,
                                    "Dacke gymnasium",
                                    "BF25",
                                    "10 100",
                                    "9 850",
                                    i % 7 == 0 ? "−250" : "250",
                                    i % 5 == 0 ? "Fakturerad november, avbrott 12 oktober enligt "
                                                 "skolans rapport (dnr 2026-118)"
                                               : "Fakturerad november",
                                    NULL };

      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_add_total (
      table, (const char *const[]){ "Summa", "", "", "606 000", "591 000", "15 000", "", "" });
  tj_sheet_table_end (table);
  return finish (tj_sheet_finish (sheet, &error), error);
}

GBytes *
sample_draw (const char *name)
{
  static const struct
  {
    const char *name;
    GBytes *(*draw) (void);
  } simple[] = {
    { "plan", draw_plan },
    { "empty-plan", draw_empty_plan },
    { "extract", draw_extract },
    { "purge", draw_purge },
    { "recovery", draw_recovery },
    { "log", draw_log },
    { "wide-table", draw_wide_table },
    { "reconciliation", draw_reconciliation },
    { "contested", draw_contested },
  };

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    if (g_str_equal (simple[i].name, name))
      return simple[i].draw ();
  if (g_str_equal (name, "meeting"))
    return draw_team (TJ_TEAM_SHEET_MEETING);
  if (g_str_equal (name, "extended"))
    return draw_team (TJ_TEAM_SHEET_EXTENDED);
  g_assert_cmpstr (name, ==, "home-visit");
  return draw_team (TJ_TEAM_SHEET_HOME_VISIT);
}
