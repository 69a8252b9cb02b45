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
HEADINGS = {'section': 'Avsnitt', 'number': 'Personnummer', 'amount': 'På spel, kr', 'decision': 'Beslut',
            'reason': 'Orsak att lämna KAA', 'ike-from': 'IKE från', 'follow-up': 'Uppföljning', 'key': 'Nyckel'}
BREAK, UNSEEN, REDUCED = 'Avbrott', 'Varken i skola, fakturerad eller på Åtgärdas', 'Reducerat program'
OUTSIDE, INVOICED = 'På Åtgärdas, går utanför samverkansområdet', 'På Åtgärdas men fakturerad'
FOURTH, TWICE = 'Förlängd utbildning eller årskurs 4', 'Fakturerad två gånger'
REGISTERS, STAYS, AGREES, NOTES = 'Registreras i KAA', 'Är kvar i KAA', 'Överenskommelse om förlängd utbildning', 'Noterat'


def prepare(register):
    for source in SOURCES:
        register.json('import', source, LISTS / f'{source}.csv')


def numbers(findings, kind):
    return sorted(finding['personal_number'] for finding in findings if finding['kind'] == kind)


class Workbook:
    """The spreadsheet of findings, filled in as a spreadsheet program would; columns by their headings."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.sheet = self.parts['xl/worksheets/sheet1.xml'].decode()
        strings = self.parts['xl/sharedStrings.xml'].decode()
        self.strings = [re.sub('<[^>]*>', '', text) for text in re.findall(r'<si>(.*?)</si>', strings, re.S)]
        titles = {self.at(f'{letter}1'): letter for letter in 'ABCDEFGHIJKLMNOP'}
        self.letters = {name: titles.get(title) for name, title in HEADINGS.items()}

    def at(self, place):
        shared = re.search(rf'<c r="{place}"[^>]* t="s"[^>]*><v>(\d+)</v>', self.sheet)
        found = re.search(rf'<c r="{place}"[^>]*?[^>]*?>(?:<v>(.*?)</v>)?', self.sheet)
        return self.strings[int(shared.group(1))] if shared else found and found.group(1)

    def cell(self, row, column):
        return self.at(f'{self.letters[column]}{row}')

    def rows(self, section):
        n_rows = len(re.findall(r'<row ', self.sheet))
        return [row for row in range(2, n_rows + 1) if self.cell(row, 'section') == section]

    def row_of(self, section, number):
        return next(row for row in self.rows(section) if self.cell(row, 'number').replace('-', '') == number)

    def set(self, row, column, text):
        place = f'{self.letters[column]}{row}'
        cell = rf'<c r="{place}"( s="\d+")?(?: t="\w+")?(?:/>|><v>[^<]*</v></c>|><is><t>[^<]*</t></is></c>)'
        self.sheet, n = re.subn(cell, rf'<c r="{place}"\1 t="inlineStr"><is><t>{text}</t></is></c>', self.sheet)
        assert n == 1, (row, column, n)

    def decide(self, row, decision, **rest):
        self.set(row, 'decision', decision)
        for column, text in rest.items():
            self.set(row, column.replace('_', '-'), text)

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
        again = register.json('reconcile', *MONTH, today='2026-11-19')
        assert again == made
        steps = [step['action'] for step in register.json('undo', '--list')]
        assert steps.count('make-reconciliation') == 1 and 'fill-prices' not in steps, steps


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
            book.set(row, 'decision', LEAVES)
            book.set(row, 'reason', REASON)
        for row in contested:
            book.set(row, 'decision', CONTESTS)
        for row in asked:
            book.set(row, 'decision', ASKS)
            book.set(row, 'follow-up', '2026-12-04')
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
    book.set(rows[0], 'decision', CONTESTS)
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
            book.set(rows[1], 'decision', 'Kanske')

        def altered_number(book, rows):
            book.set(rows[0], 'number', '20070101-2385')

        def altered_amount(book, rows):
            book.set(rows[0], 'amount', '1')

        def unknown_key(book, rows):
            book.set(rows[1], 'key', '99.99')
            book.set(rows[1], 'decision', CONTESTS)

        def twice(book, rows):
            for column in ('section', 'number', 'amount', 'key'):
                book.set(rows[1], column, book.cell(rows[0], column))
            book.set(rows[1], 'decision', ASKS)

        def without_reason(book, rows):
            book.set(book.rows('På Åtgärdas men fakturerad')[0], 'decision', LEAVES)

        def bad_date(book, rows):
            book.set(rows[0], 'follow-up', 'snart')

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
        asked_again = {(item['kind'], item['personal_number']) for item in december['carried_over'] if not item['amount_ore']}
        assert not asked_again & {(item['kind'], item['personal_number']) for item in december['findings']}
        changed = numbers(december['findings'], 'school-change')
        assert changed == [line[:13].replace('-', '')], changed
        assert not register.json('reconcile', *MONTH, '--reopen')['closed']
        log = [row['action'] for row in register.json('log')]
        assert 'close-reconciliation' in log and 'reopen-reconciliation' in log


def read(register, book, expect=0, **rest):
    return register.run('reconcile', *MONTH, '--read-decisions', book.save(), expect=expect, **rest).json


def made(register, kind, number):
    month = register.json('reconcile', *MONTH)
    return next(item for item in month['findings'] if item['kind'] == kind and item['personal_number'] == number.replace('-', ''))


def without(register, source, *numbers_left_out):
    lines = LISTS.joinpath(f'{source}.csv').read_text(encoding='utf-8-sig').splitlines()
    return register.write(f'{source}.csv', '\n'.join(line for line in lines if not line.startswith(numbers_left_out)) + '\n')


def broken_off():
    """Two who broke off in the month, with the day."""
    lines = [line.split(';') for line in LISTS.joinpath('enrolments.csv').read_text(encoding='utf-8-sig').splitlines()]
    return [(line[0], line[10]) for line in lines if line[11] == 'Avbrott' and line[10] >= '2026-11-01'][:2]


def test_one_whom_nobody_saw_is_registered_or_it_is_told_why_not():
    with Register() as register:
        (broken, broke_on), (gone, _) = broken_off()
        for source in SOURCES[:-1]:  # a school's report would have brought them in
            left_out = {'ist': (broken, gone), 'population': (gone,)}.get(source)
            register.json('import', source, without(register, source, *left_out) if left_out else LISTS / f'{source}.csv')
        book = write_workbook(register)
        unseen = book.cell(book.rows(UNSEEN)[0], 'number')
        register.run('show', unseen, expect=BAD_INPUT)
        book.decide(book.row_of(UNSEEN, unseen.replace('-', '')), REGISTERS)
        book.decide(book.row_of(BREAK, broken.replace('-', '')), REGISTERS)
        book.decide(book.row_of(BREAK, gone.replace('-', '')), REGISTERS)
        problems = [decision['problem'] for decision in read(register, book, expect=BAD_INPUT)['decisions']]
        assert sorted(problem is None for problem in problems) == [False, True, True]
        assert 'Folkbokföring' in ''.join(problem or '' for problem in problems), problems

        book.decide(book.row_of(BREAK, gone.replace('-', '')), NOTES)
        before = len(register.json('undo', '--list'))
        assert read(register, book)['applied']
        shown = register.json('show', unseen)
        assert [(period['registered_on'], period['background']) for period in shown['registrations']] == [('2026-11-18', 'unknown')]
        assert shown['family_name'] and shown['status'] == 'to-act'
        period = register.json('show', broken)['registrations'][0]
        assert (period['registered_on'], period['background']) == (broke_on, 'break'), (period, broke_on)
        assert len(register.json('undo', '--list')) == before + 1
        assert read(register, book)['decisions'] == []
        assert register.json('undo')['action'] == 'decide-reconciliation'
        register.run('show', unseen, expect=BAD_INPUT)
        assert made(register, 'nobody-sees', unseen)['decision'] is None


def test_an_agreement_is_known_the_month_after_it_was_made():
    with Register() as register:
        prepare(register)
        book = write_workbook(register)
        agreed, waiting = (book.cell(row, 'number') for row in book.rows(FOURTH)[:2])
        for row in book.rows(FOURTH)[:2]:
            book.decide(row, AGREES)
        decisions = read(register, book)['decisions']
        assert [decision['follow_up_on'] for decision in decisions] == ['2026-12-02'] * 2
        key = made(register, 'fourth-year', agreed)['key']
        assert register.json('reconcile', *MONTH, '--done', key)['done'] == 1
        register.run('reconcile', *MONTH, '--done', key, expect=BAD_INPUT)
        assert made(register, 'fourth-year', agreed)['done_on'] == '2026-11-18'
        december = register.json('reconcile', '--month', '2026-12', today='2026-12-18')
        found = {item['personal_number']: item for item in december['findings'] if item['kind'] == 'fourth-year'}
        assert found[agreed.replace('-', '')]['proposal'] == 'noted' and found[agreed.replace('-', '')]['amount_ore'] == 0
        assert found[waiting.replace('-', '')]['proposal'] == 'agree-prolonged'
        assert agreed.replace('-', '') not in {item['personal_number'] for item in december['carried_over'] if item['kind'] == 'fourth-year'}


def test_rows_about_one_person_may_not_contradict_each_other():
    with Register() as register:
        prepare(register)
        book = write_workbook(register)
        row = book.rows(OUTSIDE)[0]
        number = book.cell(row, 'number').replace('-', '')
        book.decide(row, LEAVES, reason=REASON)
        book.decide(book.row_of(INVOICED, number), STAYS)
        refused = read(register, book, expect=BAD_INPUT)
        assert refused['problems'] == 2 and 'säger emot' in refused['decisions'][0]['problem'], refused
        book = write_workbook(register)
        book.set(book.rows(OUTSIDE)[0], 'reason', REASON)
        book.decide(book.rows(REDUCED)[0], ASKS, ike_from='2026-12-01')
        problems = [row['problem'] for row in read(register, book, expect=BAD_INPUT)['decisions']]
        assert any('inget beslut' in problem for problem in problems) and any('IKE från' in problem for problem in problems), problems


def test_a_decision_that_was_moved_leaves_one_reminder():
    with Register() as register:
        prepare(register)
        book = write_workbook(register)
        row = book.rows(INVOICED)[0]
        number = book.cell(row, 'number')
        for date in ('2026-11-25', '2026-12-01'):
            book.decide(row, ASKS, follow_up=date)
            read(register, book)
        reminders = [item['due'] for item in register.json('show', number)['follow_ups'] if item['reason'] == ASKS]
        assert reminders == ['2026-12-01'], reminders
        key = made(register, 'invoiced-but-listed', number)['key']
        register.json('reconcile', *MONTH, '--done', key)
        assert all(item['done_on'] for item in register.json('show', number)['follow_ups'] if item['reason'] == ASKS)


def test_what_was_carried_out_is_not_decided_otherwise():
    with Register() as register:
        prepare(register)
        book = write_workbook(register)
        row = book.rows(OUTSIDE)[0]
        book.decide(row, LEAVES, reason=REASON)
        read(register, book)
        book.decide(row, NOTES, reason='')
        assert 'har lämnat KAA' in read(register, book, expect=BAD_INPUT)['decisions'][0]['problem']
        register.json('reconcile', *MONTH, '--close')
        register.run('reconcile', *MONTH, '--read-decisions', book.path, expect=BAD_INPUT)


def test_what_is_not_asked_well_is_refused():
    with Register() as register:
        for arguments in (['--month', '2026-13'], ['--month', 'november'], [],
                          [*MONTH, '--output', 'x.doc'], [*MONTH, '--close', '--reopen']):
            register.run('reconcile', *arguments, expect=USAGE)
        register.run('reconcile', '--month', '2026-10', '--close', expect=BAD_INPUT)
        register.run('reconcile', *MONTH, '--read-decisions', register.scratch / 'none.xlsx', expect=FAILED)


main(globals())
