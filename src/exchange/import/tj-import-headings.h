#pragma once

/* How lists head the columns that several of them have: synonyms in Swedish and English, the
 * preferred first, `|` between. Case, accents, blanks and signs do not matter (tj_heading_fold()),
 * so each spelling stands here once. A source puts them together: A "|" B. */

#define TJ_HEADINGS_NUMBER                                                                         \
  "Personnummer|Personnr|Pnr|Person nr|Pers.nr|Personnummer/samordningsnummer|"                    \
  "Samordningsnummer|Person-ID|Födelsenummer|Elevens personnummer|Personal number|"               \
  "Personal identity number|Personal ID|SSN|National ID"

#define TJ_HEADINGS_FAMILY_NAME                                                                    \
  "Efternamn|Efternamn(en)|Släktnamn|Elevens efternamn|Family name|Last name|Surname"

#define TJ_HEADINGS_GIVEN_NAME                                                                     \
  "Förnamn|Tilltalsnamn|Förnamn(en)|Elevens förnamn|Given name|Given names|First name|"         \
  "First names|Forename"

#define TJ_HEADINGS_NAMES                                                                          \
  "Namn|Elev|Elevens namn|Elevnamn|Ungdom|Ungdomens namn|Förnamn Efternamn|"                      \
  "Förnamn och efternamn|För- och efternamn|Fullständigt namn|Name|Full name|Student|Pupil|"    \
  "Given name family name|First name last name"

#define TJ_HEADINGS_NAMES_FAMILY_FIRST                                                             \
  "Efternamn, förnamn|Efternamn och förnamn|Efternamn/förnamn|Namn (efternamn, förnamn)|"      \
  "Family name, given name|Last name, first name|Surname, forename"

#define TJ_HEADINGS_CARE_OF "C/o|C/o-adress|Co adress|Care of"

#define TJ_HEADINGS_STREET                                                                         \
  "Gatuadress|Adress|Utdelningsadress|Gata|Postadress gata|Bostadsadress|"                         \
  "Folkbokföringsadress|Adressrad 1|Street address|Street|Address|Address line 1"

#define TJ_HEADINGS_EXTRA                                                                          \
  "Adressrad 2|Adress 2|Utdelningsadress 2|Lägenhet|Lägenhetsnummer|Lgh|Address line 2|"         \
  "Address 2|Apartment"

#define TJ_HEADINGS_POSTAL_CODE "Postnummer|Postnr|Post nr|Postal code|Postcode|Zip|Zip code"

#define TJ_HEADINGS_LOCALITY "Postort|Ort|Postadress|Bostadsort|Locality|City|Town|Post town"

#define TJ_HEADINGS_MOBILE                                                                         \
  "Mobil|Mobiltelefon|Mobilnummer|Mobilnr|Mobiltel|Mobiltelefonnummer|Telefon mobil|"              \
  "Mobile|Mobile phone|Mobile number|Cell|Cell phone"

#define TJ_HEADINGS_PHONE                                                                          \
  "Telefon|Telefonnummer|Telefonnr|Tel|Tel.nr|Tfn|Hemtelefon|Telefon hem|Phone|Phone number|"      \
  "Telephone"

#define TJ_HEADINGS_EMAIL                                                                          \
  "E-post|E-postadress|Mejl|Mejladress|Mail|Mailadress|E-mail|E-mail address"

#define TJ_HEADINGS_SCHOOL                                                                         \
  "Skola|Skolenhet|Senaste skola|Senaste skolenhet|Tidigare skola|Avlämnande skola|"              \
  "School|School unit|Latest school|Last school|Previous school"

#define TJ_HEADINGS_ORGANISER                                                                      \
  "Huvudman|Skolhuvudman|Huvudmannens namn|Organiser|Organizer|School organiser"

#define TJ_HEADINGS_PROGRAMME                                                                      \
  "Program|Programkod|Studieväg|Senaste program|Senaste studieväg|Tidigare program|"             \
  "Senaste utbildning|Utbildning|Programme|Program code|Latest programme|Last programme|"          \
  "Latest education"

#define TJ_HEADINGS_PROTECTED                                                                      \
  "Skyddad|Skyddade personuppgifter|Skyddad identitet|Skyddad id|Skyddad folkbokföring|"          \
  "Sekretess|Sekretessmarkering|Sekretessmarkerad|Skydd|Protected|Protected identity|"             \
  "Protection|Confidential"
