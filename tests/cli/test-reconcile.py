"""A month's reconciliation through the command: exactly the findings that are true of the sample
municipality, on paper and in a spreadsheet, and the decisions of the meeting read back."""
import collections
import io
import json
import re
import zipfile

from tjcli import BAD_INPUT, FAILED, FIXTURES, USAGE, Register, main

LISTS = FIXTURES / 'imports'
TRUTH = json.loads((LISTS / 'truth.json').read_text())
SOURCES = ['population', 'ist', 'enrolments', 'vux', 'studiebevis', 'ib', 'admission', 'invoices', 'school-reports']
MONTH = ('--month', '2026-11')
PROTECTED = '20070529-2381'
LEAVES, ASKS, CONTESTS = 'Lämnar KAA', 'Fråga skolan', 'Bestrid fakturan'
REASON = 'Studier på nationellt program eller motsvarande'
COLUMN = {'number': 'B', 'amount': 'G', 'decision': 'I', 'reason': 'J', 'follow-up': 'L'}


def prepare(register):
    for source in SOURCES:
        register.json('import', source, LISTS / f'{source}.csv')


def numbers(findings, kind):
    return sorted(finding['personal_number'] for finding in findings if finding['kind'] == kind)


class Workbook:
    """The spreadsheet of findings, filled in as a spreadsheet program would."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.sheet = self.parts['xl/worksheets/sheet1.xml'].decode()
        strings = self.parts['xl/sharedStrings.xml'].decode()
        self.strings = [re.sub('<[^>]*>', '', text) for text in re.findall(r'<si>(.*?)</si>', strings, re.S)]

    def cell(self, row, column):
        found = re.search(rf'<c r="{column}{row}"[^>]*?(?: t="s")?[^>]*?>(?:<v>(.*?)</v>)?', self.sheet)
        shared = re.search(rf'<c r="{column}{row}"[^>]* t="s"[^>]*><v>(\d+)</v>', self.sheet)
        return self.strings[int(shared.group(1))] if shared else found.group(1)

    def rows(self, section):
        n_rows = len(re.findall(r'<row ', self.sheet))
        return [row for row in range(2, n_rows + 1) if self.cell(row, 'A') == section]

    def set(self, row, column, text):
        cell = rf'<c r="{column}{row}"( s="\d+")?(?: t="s")?(?:/>|><v>[^<]*</v></c>)'
        self.sheet, n = re.subn(cell, rf'<c r="{column}{row}"\1 t="inlineStr"><is><t>{text}</t></is></c>', self.sheet)
        assert n == 1, (row, column, n)

    def save(self):
        self.parts['xl/worksheets/sheet1.xml'] = self.sheet.encode()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        self.path.write_bytes(packed.getvalue())
        return self.path


def write_workbook(register):
    path = register.scratch / 'findings.xlsx'
    register.json('reconcile', *MONTH, '--output', path)
    return Workbook(path)


def test_the_findings_are_exactly_what_is_true():
    with Register() as register:
        prepare(register)
        made = register.json('reconcile', *MONTH)
        assert made['meeting_date'] == '2026-11-20' and made['carried_over'] == []
        for kind in ('outside_area', 'invoiced_but_listed', 'invoiced_after_break', 'invoiced_twice',
                     'wrong_programme', 'nobody_sees', 'fourth_year', 'vux'):
            assert numbers(made['findings'], kind.replace('_', '-')) == TRUTH[kind], kind
        kinds = collections.Counter(finding['kind'] for finding in made['findings'])
        assert kinds['wrong-amount'] == kinds['not-invoiced'] == kinds['invoiced-elsewhere'] == 0, kinds
        assert made['totals']['listed'] == 82 and made['totals']['invoiced'] == 304
        again = register.json('reconcile', *MONTH)
        assert again == made


def test_the_papers_name_no_protected_person():
    with Register() as register:
        prepare(register)
        extra = register.write('extra.csv', 'Fakturanummer;Huvudman;Skola;Personnummer;Namn;Program;Månad;Belopp\n'
                               f'F2000;Skövde kommun;Hemskolan;{PROTECTED};Särskilt Hemlig;TE;2026-11;10158,00\n')
        register.json('import', 'invoices', extra)
        made = register.json('reconcile', *MONTH)
        assert sum(finding['protected'] for finding in made['findings']) == 2
        pdf, book = register.scratch / 'sheet.pdf', register.scratch / 'findings.xlsx'
        register.json('reconcile', *MONTH, '--output', pdf)
        register.json('reconcile', *MONTH, '--output', book)
        assert pdf.read_bytes().startswith(b'%PDF-1.7')
        with zipfile.ZipFile(book) as archive:
            text = ''.join(archive.read(name).decode() for name in archive.namelist())
        for secret in (PROTECTED, PROTECTED.replace('-', ''), 'Hemlig', 'Hemskolan'):
            assert secret not in text and secret not in json.dumps(made, ensure_ascii=False), secret


def test_decisions_are_read_back_in_one_step():
    with Register() as register:
        prepare(register)
        book = write_workbook(register)
        leaving = book.rows('På Åtgärdas, går utanför samverkansområdet')
        contested = book.rows('Fakturerad två gånger')
        asked = book.rows('Reducerat program')
        assert (len(leaving), len(contested), len(asked)) == (16, 2, 10)
        leaving += book.rows('På Åtgärdas men fakturerad')
        for row in leaving:
            book.set(row, COLUMN['decision'], LEAVES)
            book.set(row, COLUMN['reason'], REASON)
        for row in contested:
            book.set(row, COLUMN['decision'], CONTESTS)
        for row in asked:
            book.set(row, COLUMN['decision'], ASKS)
            book.set(row, COLUMN['follow-up'], '2026-12-04')
        path = book.save()

        preview = register.json('reconcile', *MONTH, '--read-decisions', path, '--dry-run')
        assert preview['problems'] == 0 and not preview['applied'] and len(preview['decisions']) == 44
        assert register.json('list', '--status', 'closed') == []
        applied = register.json('reconcile', *MONTH, '--read-decisions', path)
        assert applied['applied'] and applied['decisions'] == preview['decisions']
        closed = sorted(youth['personal_number'] for youth in register.json('list', '--status', 'closed'))
        assert closed == TRUTH['outside_area']
        assert register.json('reconcile', *MONTH, '--read-decisions', path)['decisions'] == []

        contested = register.json('reconcile', *MONTH)['contested']
        assert [organiser['lines'] for organiser in contested] == [1, 1], contested
        for ending in ('pdf', 'xlsx'):
            file = register.scratch / f'contested.{ending}'
            register.json('reconcile', *MONTH, '--organiser', contested[0]['organiser'], '--output', file)
            assert file.stat().st_size > 1000
        text = ' '.join(Workbook(file).strings)
        mine, other = (twice_invoiced(contested[i]['organiser']) for i in (0, 1))
        assert mine in text and other not in text, (mine, other, text)
        register.run('reconcile', *MONTH, '--organiser', 'Ingen', '--output', file, expect=BAD_INPUT)

        assert register.json('undo')['action'] == 'make-reconciliation'
        assert register.json('undo')['action'] == 'decide-reconciliation'
        assert register.json('list', '--status', 'closed') == []


def twice_invoiced(organiser):
    """The pupil whom two schools invoice, and this organiser wrongly."""
    lines = [line.split(';') for line in (LISTS / 'invoices.csv').read_text(encoding='utf-8-sig').splitlines()]
    enrolled = (LISTS / 'enrolments.csv').read_text(encoding='utf-8-sig')
    for line in lines:
        if line[3].replace('-', '') in TRUTH['invoiced_twice'] and line[1] == organiser:
            if not re.search(f'^{line[3]};[^\n]*;{re.escape(organiser)};', enrolled, re.M):
                return line[3]
    raise AssertionError(organiser)


def refuse(register, change):
    """Nothing is taken from a spreadsheet in which one row cannot be."""
    book = write_workbook(register)
    rows = book.rows('Fakturerad två gånger')
    book.set(rows[0], COLUMN['decision'], CONTESTS)
    change(book, rows)
    refused = register.run('reconcile', *MONTH, '--read-decisions', book.save(), expect=BAD_INPUT).json
    assert not refused['applied'] and refused['problems'] > 0
    findings = register.json('reconcile', *MONTH)['findings']
    assert all(finding['decision'] is None for finding in findings)
    return [read['problem'] for read in refused['decisions'] if read['problem']]


def test_rows_that_cannot_be_taken_are_told_of_and_none_is_guessed():
    with Register() as register:
        prepare(register)

        def unknown_decision(book, rows):
            book.set(rows[1], COLUMN['decision'], 'Kanske')

        def altered_number(book, rows):
            book.set(rows[0], COLUMN['number'], '20070101-2385')

        def altered_amount(book, rows):
            book.set(rows[0], COLUMN['amount'], '1')

        def unknown_key(book, rows):
            book.set(rows[1], 'M', '99.99')
            book.set(rows[1], COLUMN['decision'], CONTESTS)

        def twice(book, rows):
            for column in 'ABGM':
                book.set(rows[1], column, book.cell(rows[0], column))
            book.set(rows[1], COLUMN['decision'], ASKS)

        def without_reason(book, rows):
            book.set(book.rows('På Åtgärdas men fakturerad')[0], COLUMN['decision'], LEAVES)

        def bad_date(book, rows):
            book.set(rows[0], COLUMN['follow-up'], 'snart')

        problems = refuse(register, unknown_decision)
        assert 'finns inte i listan' in problems[0], problems
        assert 'ändrats' in refuse(register, altered_number)[0]
        assert 'ändrats' in refuse(register, altered_amount)[0]
        assert 'okänt' in refuse(register, unknown_key)[0]
        assert len(refuse(register, twice)) == 2
        assert 'orsaken' in refuse(register, without_reason)[0]
        assert '2026-11-20' in refuse(register, bad_date)[0]
        other = register.write('other.csv', 'Namn;Ort\nKim;Tibro\n')
        register.run('reconcile', *MONTH, '--read-decisions', other, expect=BAD_INPUT)


def test_a_month_is_closed_carried_over_and_reopened():
    with Register() as register:
        prepare(register)
        register.json('reconcile', *MONTH)
        assert register.json('reconcile', *MONTH, '--close')['closed']
        register.run('reconcile', *MONTH, expect=BAD_INPUT)
        moved = LISTS.joinpath('enrolments.csv').read_text(encoding='utf-8-sig').replace(
            '20070921-2385', '20070921-2385', 1)
        line = next(line for line in moved.splitlines() if 'Katedralskolan Skara' in line and ';;;' in line)
        moved = moved.replace(line, line.replace('Katedralskolan Skara', 'Ållebergsgymnasiet'))
        register.json('import', 'enrolments', register.write('moved.csv', moved), today='2026-12-15')
        december = register.json('reconcile', '--month', '2026-12', today='2026-12-18')
        assert december['meeting_date'] == '2026-12-21'
        assert len(december['carried_over']) == 87, len(december['carried_over'])
        changed = numbers(december['findings'], 'school-change')
        assert changed == [line[:13].replace('-', '')], changed
        assert not register.json('reconcile', *MONTH, '--reopen')['closed']
        log = [row['action'] for row in register.json('log')]
        assert 'close-reconciliation' in log and 'reopen-reconciliation' in log


def test_what_is_not_asked_well_is_refused():
    with Register() as register:
        for arguments in (['--month', '2026-13'], ['--month', 'november'], [],
                          [*MONTH, '--output', 'x.doc'], [*MONTH, '--close', '--reopen']):
            register.run('reconcile', *arguments, expect=USAGE)
        register.run('reconcile', '--month', '2026-10', '--close', expect=BAD_INPUT)
        register.run('reconcile', *MONTH, '--read-decisions', register.scratch / 'none.xlsx', expect=FAILED)


main(globals())
