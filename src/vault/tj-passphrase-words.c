/* Words that passwords are made of in Swedish offices, the commonest first: the place in the list
 * is how many guesses a word costs. Names, seasons, months, sports clubs and what lies on the
 * desk are enough; the estimate takes any other word at what its letters tell. */

#include "config.h"

#include "tj-passphrase-words.h"

/* clang-format off */
static const char *const WORDS[] = {
  "password", "lösenord", "losenord", "hejsan", "hej", "qwerty", "sommar", "vinter", "sverige",
  "abc", "hemlig", "hemligt", "admin", "test", "välkommen", "valkommen", "welcome", "höst", "host",
  "vår", "kommun", "kommunen", "sommaren", "vintern", "hösten", "våren", "mamma", "pappa", "älskling",
  "alskling", "kärlek", "karlek", "fotboll", "hockey", "aik", "djurgården", "djurgarden", "hammarby", "malmö",
  "malmo", "göteborg", "goteborg", "stockholm", "blåvitt", "blavitt", "frölunda", "leksand", "brynäs", "modo",
  "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
  "november", "december", "måndag", "mandag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
  "anna", "eva", "maria", "karin", "kristina", "lena", "sara", "emma", "johanna", "elin",
  "lars", "anders", "mikael", "johan", "per", "erik", "peter", "thomas", "jan", "daniel",
  "oskar", "oscar", "viktor", "filip", "linus", "simon", "alexander", "andersson", "johansson", "karlsson",
  "svensson", "skola", "skolan", "gymnasiet", "rektor", "elev", "ungdom", "kontor", "jobb", "jobbet",
  "katt", "katten", "hund", "hunden", "häst", "blomma", "blommor", "solen", "sol", "stjärna",
  "volvo", "saab", "ikea", "abba", "datorn", "dator", "passord", "secret", "letmein", "monkey",
  "dragon", "iloveyou", "football", "master", "shadow", "superman", "batman", "pokemon", "minecraft", "login",
  "pass", "ord", "nyckel", "kaa", "samordnare", "tjugo", "tibro", "lidköping", "lidkoping", "nordmaling",
};
/* clang-format on */

/* Guesses until @n characters at @text are tried as a word of the list; 0 when they are none. */
guint
tj_passphrase_find_word (const gunichar *text, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      const char *c = WORDS[i];
      gsize at = 0;

      while (at < n && *c != '\0' && g_utf8_get_char (c) == text[at])
        {
          c = g_utf8_next_char (c);
          at++;
        }
      if (at == n && *c == '\0')
        return i + 1;
    }
  return 0;
}
