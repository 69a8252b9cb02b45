"""The lists that a month's reconciliation rests on, for so many pupils: one in five gives a finding, as in a
small municipality (breaks, wrong amounts and programmes, two schools, fourth years, youths nobody sees)."""
import csv
import datetime

import people

SCHOOLS = tuple((f'Gymnasium {i}', ('Skövde kommun', 'Falköpings kommun', 'NTI Gymnasiet AB')[i % 3]) for i in range(12))
PRICES = (('EE', 12392), ('TE', 10158), ('EK', 8500), ('NA', 9275), ('VF', 13475))
FINDINGS_OF_FIFTY = 10
HEADERS = {
    'population': ('Personnummer', 'Efternamn', 'Förnamn', 'Gatuadress', 'Postnummer', 'Postort', 'Folkbokföringskommun', 'Skyddad'),
    'ist': ('Personnummer', 'Efternamn', 'Förnamn', 'Orsak', 'Registreringsdatum'),
    'enrolments': ('Personnummer', 'Efternamn', 'Förnamn', 'Skola', 'Huvudman', 'I samverkansområdet', 'Program', 'Årskurs', 'Startdatum',
                   'Slutdatum', 'Slutorsak', 'Reducerat program'),
    'invoices': ('Fakturanummer', 'Huvudman', 'Skola', 'Personnummer', 'Namn', 'Program', 'Månad', 'Belopp'),
}


def numbers(count):
    """Temporary numbers, a thousand a day, of people of the ages that the responsibility concerns."""
    first = datetime.date(2007, 6, 1)
    for i in range(count):
        yield f'{first + datetime.timedelta(days=i // 1000):%Y%m%d}-T{i % 1000:03}'


def lists_of(i, number):
    """What each list says of one pupil: (list, row) pairs."""
    family, given = people.LAST[i * 7 % len(people.LAST)], people.FIRST[i * 3 % len(people.FIRST)]
    school, organiser = SCHOOLS[i % len(SCHOOLS)]
    programme, amount = PRICES[i % len(PRICES)]
    kind = i % 50
    billed, other = PRICES[(i + 1) % len(PRICES)][0], SCHOOLS[(i + 1) % len(SCHOOLS)]

    def invoice(at, code, kronor):
        return 'invoices', (f'F{i % len(SCHOOLS)}', at[1], at[0], number, f'{given} {family}', code, '2026-11', f'{kronor},00')

    yield 'population', (number, family, given, f'Storgatan {i % 97}', '543 30', 'Tibro', '1472', '')
    if kind == 6:
        return
    if kind == 7:
        yield 'ist', (number, family, given, 'Avbrott från nationellt program', '2026-11-02')
        yield invoice(('Skolan i Kiruna', 'Kiruna kommun'), programme, amount)
        return
    yield 'enrolments', (number, family, given, school, organiser, 'Ja', programme, 4 if kind == 4 else 3, '2024-08-18',
                         '2026-11-05' if kind == 0 else '', 'Avbrott' if kind == 0 else '', 'Ja' if kind == 5 else 'Nej')
    yield invoice((school, organiser), billed if kind == 2 else programme, amount + 500 if kind == 1 else amount)
    if kind == 3:
        yield invoice(other, programme, amount)


def write(folder, count):
    """Writes the lists into a folder and returns their names in the order they are to be read in."""
    files = {name: open(folder / f'{name}.csv', 'w', encoding='utf-8', newline='') for name in HEADERS}
    writers = {name: csv.writer(file, delimiter=';') for name, file in files.items()}
    for name, header in HEADERS.items():
        writers[name].writerow(header)
    for i, number in enumerate(numbers(count)):
        for name, row in lists_of(i, number):
            writers[name].writerow(row)
    for file in files.values():
        file.close()
    return tuple(HEADERS)
