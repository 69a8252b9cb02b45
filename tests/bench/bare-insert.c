/* The floor of an import: the rows of a semicolon-separated file, put as they are into one table of an
 * encrypted file, in one transaction with one prepared statement. No check, no index, no log.
 * Use: bare-insert ROWS.csv FILE.db */

#include <sqlcipher/sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS 11
#define LONGEST_LINE 4096

#define MUST(call)                                                                                 \
  do                                                                                               \
    {                                                                                              \
      int code = (call);                                                                           \
      if (code != SQLITE_OK && code != SQLITE_DONE)                                                \
        {                                                                                          \
          fprintf (stderr, "%s: %d\n", #call, code);                                               \
          exit (1);                                                                                \
        }                                                                                          \
    }                                                                                              \
  while (0)

static void
insert_line (sqlite3_stmt *statement, char *line)
{
  char *cell = line;

  for (int column = 1; column <= COLUMNS; column++)
    {
      size_t length = strcspn (cell, ";\r\n");

      MUST (sqlite3_bind_text (statement, column, cell, length, SQLITE_TRANSIENT));
      cell += length + (cell[length] == ';');
    }
  MUST (sqlite3_step (statement));
  MUST (sqlite3_reset (statement));
}

int
main (int argc, char **argv)
{
  static char line[LONGEST_LINE];
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  FILE *rows = argc == 3 ? fopen (argv[1], "r") : NULL;

  if (rows == NULL)
    return 2;
  remove (argv[2]);
  MUST (sqlite3_open (argv[2], &database));
  MUST (sqlite3_exec (database,
                      "PRAGMA key = \"x'000102030405060708090a0b0c0d0e0f"
                      "101112131415161718191a1b1c1d1e1f'\";"
                      "PRAGMA cipher_page_size = 4096; PRAGMA cache_size = -65536;"
                      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                      "CREATE TABLE rows (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g TEXT,"
                      " h TEXT, i TEXT, j TEXT, k TEXT); BEGIN",
                      NULL, NULL, NULL));
  MUST (sqlite3_prepare_v2 (database, "INSERT INTO rows VALUES (?,?,?,?,?,?,?,?,?,?,?)", -1,
                            &statement, NULL));
  if (fgets (line, sizeof line, rows) != NULL)
    while (fgets (line, sizeof line, rows) != NULL)
      insert_line (statement, line);
  sqlite3_finalize (statement);
  MUST (sqlite3_exec (database, "COMMIT", NULL, NULL, NULL));
  MUST (sqlite3_close (database));
  fclose (rows);
  return 0;
}
