"""Invented people for the benchmarks. Their numbers carry the serials 980-999, which the Tax Agency
keeps for tests, so that none of them is anybody's."""
import csv
import datetime
import itertools

FIRST = ('Aino', 'Åsa', 'Björn', 'Dilan', 'Elin', 'Faruk', 'Göran', 'Hodan', 'Ida', 'Jörgen', 'Kajsa', 'Love', 'Märta',
         'Noor', 'Östen', 'Petra', 'Rasmus', 'Sölve', 'Tuva', 'Zeynep')
LAST = ('Andersson', 'Bergström', 'Çelik', 'Dahlén', 'Ek', 'Fågelsång', 'Grönkvist', 'Håkansson', 'Isaksson', 'Järvinen',
        'Kölegård', 'Lindahl-Öberg', 'Månsson', 'Nyqvist', 'Öhman', 'Pålsson', 'Rönn', 'Sjöö', 'Tägtström', 'Åkerblom')
STREETS = ('Storgatan', 'Ängsvägen', 'Brogatan', 'Högåsvägen', 'Skolgatan', 'Åvägen', 'Centrumgatan', 'Häggetorpsvägen')
TOWN = (('543 30', 'Tibro'), ('543 31', 'Tibro'), ('543 32', 'Tibro'))
HEADER = ('Personnummer', 'Efternamn', 'Förnamn', 'Gatuadress', 'Postnummer', 'Postort', 'Senaste skola', 'Senaste program',
          'Orsak', 'Registreringsdatum', 'Status')


def luhn(nine):
    total = sum(sum(divmod(int(digit) * (2 - index % 2), 10)) for index, digit in enumerate(nine))
    return str(-total % 10)


def numbers(first_day, count):
    """Personal numbers of people born from first_day on, twenty a day."""
    made = 0
    for offset in itertools.count():
        day = first_day + datetime.timedelta(days=offset)
        for serial in range(980, 1000):
            if made == count:
                return
            nine = f'{day:%y%m%d}{serial}'
            yield f'{day:%Y%m%d}-{serial}{luhn(nine)}'
            made += 1


def rows(count, first_day=datetime.date(2007, 6, 1), registered='2026-11-02'):
    """The rows of a list from the students' register, with an address each and no telephone."""
    for i, number in enumerate(numbers(first_day, count)):
        code, town = TOWN[i % len(TOWN)]
        yield (number, LAST[i * 7 % len(LAST)], FIRST[i * 3 % len(FIRST)], f'{STREETS[i % len(STREETS)]} {i % 97 + 1}', code, town,
               'Fågelviksgymnasiet', 'EE', 'Avbrott från nationellt program', registered, 'Åtgärdas')


def write_long_list(path, count):
    """Rows of twelve cells, with temporary numbers as the schools give them: a thousand a day."""
    first = datetime.date(2006, 12, 1)
    with open(path, 'w', encoding='utf-8-sig', newline='') as file:
        writer = csv.writer(file, delimiter=';', lineterminator='\r\n')
        writer.writerow(HEADER + ('Telefon',))
        for i in range(count):
            code, town = TOWN[i % len(TOWN)]
            writer.writerow((f'{first + datetime.timedelta(days=i // 1000):%Y%m%d}-T{i % 1000:03}', LAST[i * 7 % len(LAST)], FIRST[i * 3 % len(FIRST)],
                             f'{STREETS[i % len(STREETS)]} {i % 97 + 1}', code, town, 'Fågelviksgymnasiet', 'EE', 'Avbrott från nationellt program',
                             '2026-11-02', 'Åtgärdas', '070-174 06 05'))
    return path


def write_list(path, count, **options):
    with open(path, 'w', encoding='utf-8-sig', newline='') as file:
        writer = csv.writer(file, delimiter=';', lineterminator='\r\n')
        writer.writerow(HEADER)
        writer.writerows(rows(count, **options))
    return path
