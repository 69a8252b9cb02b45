"""A half-year on its way to SCB through the command: what the checks say, the codes, the file as a
spreadsheet and as text, its delivery and what has changed since, a layout of SCB's template, and that
nothing is left of who is purged."""
import csv
import io
import json
import re
import zipfile
import xml.etree.ElementTree

from tjcli import BAD_INPUT, FIXTURES, USAGE, Register, main

NUMBERS = [entry['pnr12'] for entry in
           json.loads((FIXTURES / 'personnummer-testdata.json').read_text())['skatteverket_testpersonnummer_2004_2012']]
HALF = ('--half', '2026H2')
SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def born(year):
    return [number for number in NUMBERS if number.startswith(year)]


ALVA, BO, CAJ, DINA, EDIT = born('2008')[:5]
HEADER = 'Personnummer;Efternamn;Förnamn;Orsak;Registreringsdatum'


def add(register, *rows, today=None):
    text = '\n'.join([HEADER, *(f'{number};Ek;Noll;{reason};{date}' for number, reason, date in rows)]) + '\n'
    return register.json('import', 'ist', register.write('ist.csv', text), today=today)


def prepare(register):
    """Two whom all is well with, both reached."""
    add(register, (ALVA, 'Avbrott från nationellt program', '2026-08-10'), (BO, 'Studiebevis', '2026-09-01'))
    for number, occupation in ((ALVA, 'work'), (BO, 'none')):
        register.json('contact', number, '--channel', 'phone', '--outcome', 'answered', '--occupation', occupation,
                      '--date', '2026-10-01')


def scb(register, *arguments, **rest):
    return register.json('scb', *HALF, *arguments, **rest)


def fill_codes(register):
    missing = scb(register)['missing_codes']
    codes = [argument for number, code in enumerate(missing, 1)
             for argument in ('--code', f"{code['list']}:{code['word']}={number:02d}")]
    return scb(register, *codes) if codes else scb(register)


def rules(findings):
    return sorted((finding['personal_number'], finding['rule']) for finding in findings)


def read_workbook(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        book = archive.read('xl/workbook.xml').decode()
        tree = xml.etree.ElementTree.fromstring(archive.read('xl/worksheets/sheet1.xml'))
        shared = [''.join(item.itertext()) for item in xml.etree.ElementTree.fromstring(
            archive.read('xl/sharedStrings.xml'))] if 'xl/sharedStrings.xml' in archive.namelist() else []
    rows = []
    for row in tree.iter(f'{SHEET}row'):
        cells = {}
        for cell in row:
            column = re.match('[A-Z]+', cell.get('r')).group()
            kind = cell.get('t')
            if kind == 'inlineStr':
                cells[column] = ('text', ''.join(cell.itertext()))
            elif kind == 's':
                cells[column] = ('text', shared[int(cell.find(f'{SHEET}v').text)])
            elif cell.find(f'{SHEET}v') is not None:
                cells[column] = ('number', cell.find(f'{SHEET}v').text)
        rows.append(cells)
    return re.search('<sheet name="([^"]*)"', book).group(1), rows


def test_the_contract_has_its_keys():
    with Register() as register:
        add(register, (ALVA, '', '2026-08-10'))
        report = scb(register, '--check')
        assert report['period'] == '2026H2' and report['rows'] == 1 and report['deadline'] == '2027-02-01'
        assert rules(report['errors']) == [(ALVA, 'missing-block-1')], report['errors']
        assert rules(report['warnings']) == [(ALVA, 'no-contact')]
        error = report['errors'][0]
        assert error['field'] == 'background' and error['message'].startswith('Block 1')
        assert report['ready'] is False
        for code in report['missing_codes']:
            assert code['word'] and code['label'] and code['list']


def test_odd_options_are_refused():
    with Register() as register:
        for arguments in (['scb'], ['scb', '--half', '2026'], ['scb', *HALF, '--output', 'x.pdf'],
                          ['scb', *HALF, '--check', '--delivered']):
            register.run(*arguments, expect=USAGE)
        register.run('scb', *HALF, '--delivered', expect=BAD_INPUT)
        register.run('scb', *HALF, '--code', 'occupation:sleep=1', expect=BAD_INPUT)


def test_temporary_numbers_are_told_of_and_never_written():
    with Register() as register:
        prepare(register)
        add(register, ('20080101-TF01', 'Studiebevis', '2026-10-01'), (ALVA, 'Avbrott från nationellt program', '2026-08-10'),
            (BO, 'Studiebevis', '2026-09-01'))
        path = register.scratch / 'check.csv'
        report = scb(register, '--output', path)
        assert ('20080101TF01', 'temporary-number') in rules(report['errors']), report['errors']
        assert report['rows'] == 2
        assert b'TF01' not in path.read_bytes()


def test_a_file_that_is_not_ready_is_a_draft():
    with Register() as register:
        prepare(register)
        path = register.scratch / 'draft.xlsx'
        result = register.run('scb', *HALF, '--output', path)
        assert 'UTKAST' in result.err or 'utkast' in result.err, result.err
        assert result.json['ready'] is False
        assert read_workbook(path)[0].startswith('UTKAST')
        register.run('scb', *HALF, '--delivered', expect=BAD_INPUT)


def test_with_every_code_the_file_is_ready_and_holds_text():
    with Register() as register:
        prepare(register)
        assert scb(register)['errors'] == []
        report = fill_codes(register)
        assert report['missing_codes'] == [] and report['ready'] is True
        path = register.scratch / 'scb.xlsx'
        scb(register, '--output', path)
        name, rows = read_workbook(path)
        assert name == 'KAA' and len(rows) == 3
        header = {text: column for column, (_, text) in rows[0].items()}
        assert header['personnummer'] == 'A'
        assert rows[1]['A'] == ('text', ALVA) and rows[2]['A'] == ('text', BO)
        assert rows[1][header['datumreg']] == ('text', '20260810')
        assert re.fullmatch(r'\d\d', rows[1][header['syskontakt']][1])
        assert all(kind == 'text' for row in rows for kind, _ in row.values())
        assert 'Noll' not in str(rows), 'a name was exported'


def test_text_has_the_layouts_encoding():
    with Register() as register:
        prepare(register)
        path = register.scratch / 'scb.csv'
        scb(register, '--output', path)
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode('cp1252')), delimiter=';'))
        assert rows[0][0] == 'personnummer' and len(rows) == 3
        assert rows[1][2] == 'Avbrott från nationellt program'


def test_what_was_delivered_is_compared_with():
    with Register() as register:
        prepare(register)
        fill_codes(register)
        first = scb(register, '--output', register.scratch / 'a.xlsx')
        assert first['compared_with'] is None and first['delivered_on'] is None
        report = scb(register, '--delivered')
        assert report['delivered_on'] == '2026-11-18' and report['differences'] == []
        register.run('scb', *HALF, '--delivered', expect=BAD_INPUT)

        register.json('contact', ALVA, '--channel', 'sms', '--outcome', 'answered', '--occupation', 'none',
                      '--date', '2026-11-02')
        register.json('deregister', BO, '--reason', 'moved', '--date', '2026-11-03')
        add(register, (CAJ, 'Studiebevis', '2026-11-04'), (ALVA, 'Avbrott från nationellt program', '2026-08-10'))
        report = scb(register)
        changes = [(change['kind'], change['personal_number'], change['column']) for change in report['differences']]
        assert ('new', CAJ, None) in changes, changes
        assert ('changed', BO, 'datumavreg') in changes, changes
        assert ('changed', BO, 'skalavreg') in changes, changes
        assert ('new', ALVA, None) in changes, changes
        # The coming half-year misses whom the delivery had as registered, until that is delivered anew.
        later = register.json('scb', '--half', '2027H1', today='2027-03-01')
        assert later['compared_with'] == '2026H2'
        assert (BO, 'missing-now') in rules(later['warnings']), later['warnings']
        fill_codes(register)
        assert scb(register, '--output', register.scratch / 'b.csv', '--delivered')['differences'] == []
        later = register.json('scb', '--half', '2027H1', today='2027-03-01')
        assert (BO, 'missing-now') not in rules(later['warnings']), later['warnings']
        assert [change['personal_number'] for change in later['differences'] if change['kind'] == 'gone'] == []


def test_delivery_is_taken_back():
    with Register() as register:
        prepare(register)
        fill_codes(register)
        scb(register, '--output', register.scratch / 'a.csv', '--delivered')
        assert scb(register)['delivered_on'] == '2026-11-18'
        register.json('undo')
        assert scb(register)['delivered_on'] is None
        register.json('redo')
        assert scb(register)['delivered_on'] == '2026-11-18'


def test_nothing_is_left_of_who_is_purged():
    with Register() as register:
        young, old = born('2008')[0], born('200511')[0]
        add(register, (young, 'Studiebevis', '2025-08-10'), (old, 'Studiebevis', '2025-08-10'), today='2025-11-18')
        register.json('contact', old, '--channel', 'phone', '--outcome', 'answered', '--occupation', 'work',
                      '--date', '2025-10-01', today='2025-11-18')
        arguments = ('scb', '--half', '2025H2')
        missing = register.json(*arguments, today='2025-11-18')['missing_codes']
        codes = [part for code in missing for part in ('--code', f"{code['list']}:{code['word']}=1")]
        register.json(*arguments, *codes, '--output', register.scratch / 'a.csv', '--delivered', today='2025-11-18')
        extract = register.scratch / 'extract.json'
        register.json('extract', '--person', old, '--output', extract)
        rows = json.loads(extract.read_text())['scb_deliveries']
        assert rows[0]['half'] == '2025H2' and {'column': 'personnummer', 'value': old} in rows[0]['cells'], rows

        register.json('purge', '--year', '2026', '--confirm')
        report = register.json(*arguments, today='2026-01-20')
        assert report['delivered_on'] == '2025-11-18'
        assert [(change['kind'], change['personal_number']) for change in report['differences']] == []


def test_a_template_becomes_a_layout():
    with Register() as register:
        prepare(register)
        template = register.write('mall.csv', 'SCB:s mall;;\nDatum_kontakt;Personnummer;Skolenhet;Övrigt\n')
        shown = scb(register, '--template', template, '--dry-run')
        assert shown['unknown'] == ['Skolenhet', 'Övrigt'] and shown['header_row'] == 2 and not shown['kept']
        assert scb(register)['layout'] == 'scb-2026'
        kept = scb(register, '--template', template, '--column', 'Skolenhet=municipality', '--column', 'Övrigt==9')
        assert kept['kept'] and kept['columns'][1] == {'name': 'Personnummer', 'field': 'personal-number', 'constant': None}
        path = register.scratch / 'scb.csv'
        report = scb(register, '--output', path)
        assert report['layout'] == 'scb-2026H2' and report['missing_codes'] == [] and report['ready']
        rows = path.read_bytes().decode('cp1252').splitlines()
        assert rows[:2] == ['Datum_kontakt;Personnummer;Skolenhet;Övrigt', f'20261001;{ALVA};1472;9'], rows
        register.run('scb', *HALF, '--template', register.write('fel.csv', 'a;b\n1;2\n'), expect=BAD_INPUT)


def test_a_layout_is_edited_as_a_file():
    with Register() as register:
        prepare(register)
        layout = json.loads(register.run('scb', *HALF, '--show-layout').out)
        layout['text'].update(delimiter='|', encoding='utf-8')
        layout['columns'] = [{'name': 'nr', 'field': 'personal-number', 'format': '13'}]
        path = register.write('layout.json', json.dumps(layout))
        out = register.scratch / 'scb.csv'
        assert scb(register, '--layout', path, '--output', out)['ready'] is True
        assert out.read_text().splitlines()[1] == f'{ALVA[:8]}-{ALVA[8:]}'
        layout['columns'].append({'name': 'x', 'field': 'given-name'})
        result = register.run('scb', *HALF, '--layout', register.write('bad.json', json.dumps(layout)), expect=BAD_INPUT)
        assert 'given-name' in result.err and 'kolumn 2' in result.err, result.err


def test_protected_persons_are_in_the_file_and_not_on_the_screen():
    with Register() as register:
        prepare(register)
        text = ('Personnummer;Efternamn;Förnamn;Orsak;Registreringsdatum;Skyddad\n'
                f'{DINA};Ek;Noll;;2026-09-02;Ja\n{ALVA};Ek;Noll;Studiebevis;2026-08-10;\n{BO};Ek;Noll;Studiebevis;2026-09-01;\n')
        register.json('import', 'ist', register.write('ist.csv', text))
        path = register.scratch / 'check.csv'
        result = register.run('scb', *HALF, '--output', path)
        if any(finding['protected'] for finding in result.json['errors']):
            assert DINA not in result.out
        assert DINA in path.read_text(encoding='cp1252')


if __name__ == '__main__':
    main(globals())
