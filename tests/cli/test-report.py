"""The half-year's figures through the command: on a demo and on the sample municipality every table
has the promised form and adds up, nothing small is shown, and a hidden number is in no format."""
import csv
import io
import json
import re

from tjcli import BAD_INPUT, FAILED, FIXTURES, USAGE, Register, main, run

LISTS = FIXTURES / 'imports'
SOURCES = ['ist', 'population', 'enrolments', 'vux', 'school-reports', 'contacts']
SECTIONS = ['numbers', 'contact', 'occupation', 'measures', 'results', 'preventive', 'time', 'comparison']


def by_id(tables):
    return {table['table']: table for table in tables}


def cell(tables, table, row, column='total'):
    found = tables[table]
    return found['cells'][found['rows'].index(row)][found['columns'].index(column)]


def assert_form(tables):
    assert len({table['table'] for table in tables}) == len(tables)
    assert list(dict.fromkeys(table['section'] for table in tables)) == SECTIONS
    for table in tables:
        assert len(table['rows']) == len(table['row_labels']) == len(table['cells']), table['table']
        assert len(set(table['rows'])) == len(table['rows'])
        for row in table['cells']:
            assert len(row) == len(table['columns']) == len(table['column_labels'])
        for row, column in table['suppressed']:
            assert table['cells'][row][column] is None, (table['table'], row, column)
        for word in table['rows'] + table['columns']:
            assert re.fullmatch('[A-Za-z0-9-]+', word), word


def assert_adds_up(table):
    """With nothing hidden: rows make the total, women, men and unknown make everybody."""
    columns = table['columns']
    if 'women' in columns:
        for row in table['cells']:
            if isinstance(row[columns.index('women')], int) and table['table'] != 'time-median':
                sexes = [row[columns.index(name)] for name in ('women', 'men', 'unknown') if name in columns]
                assert sum(sexes) == row[columns.index('total')], table['table']
    if table['rows'][-1] == 'total':
        for column, name in enumerate(columns):
            if name != 'share':
                assert sum(row[column] for row in table['cells'][:-1]) == table['cells'][-1][column], table['table']


def assert_flows(tables):
    assert cell(tables, 'numbers', 'start') + cell(tables, 'numbers', 'new') \
        == cell(tables, 'numbers', 'deregistered') + cell(tables, 'numbers', 'end')
    halves = tables['comparison-numbers']['rows']
    for before, after in zip(halves, halves[1:]):
        assert cell(tables, 'comparison-numbers', before, 'end') == cell(tables, 'comparison-numbers', after, 'start')
    assert halves[-1] == '2026H2'
    assert cell(tables, 'comparison-numbers', '2026H2', 'new') == cell(tables, 'numbers', 'new')


def assert_published(shown, everything):
    """What is shown is what is true, and neither small nor hidden elsewhere."""
    hidden = 0
    for name, table in shown.items():
        suppressed = {tuple(pair) for pair in table['suppressed']}
        hidden += len(suppressed)
        for r, row in enumerate(table['rows']):
            for c, column in enumerate(table['columns']):
                value = table['cells'][r][c]
                if value is None:
                    continue
                assert (r, c) not in suppressed
                full = everything[name]
                truth = full['cells'][full['rows'].index(row)][full['columns'].index(column)] if row in full['rows'] else 0
                assert value == truth, (name, row, column)
                if column not in ('share', 'municipality', 'country') and name not in ('time-median', 'comparison-shares'):
                    assert value == 0 or value >= 5, (name, row, column, value)
    return hidden


def register_text(register, form):
    return run('report', '--half', '2026H2', '--register', register.folder, '--today', register.today, '--format', form).out


def report(register, *arguments, **rest):
    tables = register.json('report', '--half', '2026H2', *arguments, **rest)
    assert_form(tables)
    return by_id(tables)


def test_the_figures_of_a_demo():
    with Register() as register:
        folder = register.scratch / 'demo'
        run('demo', '--register', folder, '--people', '120', '--today', register.today)
        register.folder = folder
        everything = report(register, '--threshold', '0')
        assert all(table['suppressed'] == [] for table in everything.values())
        for table in everything.values():
            assert_adds_up(table)
        assert_flows(everything)
        assert cell(everything, 'numbers', 'end') > 50 and everything['numbers']['unfinished']
        shown = report(register)
        assert shown['numbers']['threshold'] == 5
        assert assert_published(shown, everything) > 0
        strict = report(register, '--threshold', '10')
        assert sum(len(t['suppressed']) for t in strict.values()) > sum(len(t['suppressed']) for t in shown.values())


def test_the_figures_of_the_sample_municipality():
    truth = json.loads((LISTS / 'truth.json').read_text())
    with Register() as register:
        for source in SOURCES:
            register.json('import', source, LISTS / f'{source}.csv')
        everything = report(register, '--threshold', '0', today='2026-12-31')
        for table in everything.values():
            assert_adds_up(table)
        assert_flows(everything)
        assert cell(everything, 'numbers', 'end') == len(truth['to_register'])
        women = sum(int(number[10]) % 2 == 0 for number in truth['to_register'])
        assert cell(everything, 'numbers', 'end', 'women') == women
        reported = cell(everything, 'school-reports', 'total')
        assert reported == sum(row[0] for row in everything['school-reports-by-category']['cells'][:-1]) > 0
        assert cell(everything, 'comparison-country', 'of-population', 'municipality') > 10
        assert_published(report(register, today='2026-12-31'), everything)
        # One is registered on the 19th: not yet in what is counted on the 18th.
        assert cell(by_id(register.json('report', '--half', '2026H2', '--threshold', '0')), 'numbers', 'end') \
            == len(truth['to_register']) - 1


def test_no_format_tells_what_is_hidden():
    with Register() as register:
        for i, number in enumerate(('200706262383', '200706012390', '200709212385')):
            register.add((number, f'Familj{i}', 'Kim', '2026-09-01', 'Storgatan 1'))
        shown = report(register)
        assert cell(shown, 'numbers', 'end') is None and shown['numbers']['suppressed']
        text = register_text(register, 'csv')
        for line in csv.DictReader(io.StringIO(text), delimiter=';'):
            if 'riket' not in line['row'] and 'country' not in line['row']:
                assert re.fullmatch(r'\.\.|–|0|0,0\u00a0%', line['figure']), line
        for line in register_text(register, 'table').splitlines():
            figures = re.split('  +', line)[1:]
            if '..' in figures and 'riket' not in line and 'country' not in line:
                assert set(figures) <= {'..', '–', '0'}, line
        for form in ('table', 'csv', 'json'):
            assert not re.search('Kim|Familj|Storgatan|2007[0-9]{8}', register_text(register, form))


def test_what_is_asked_wrongly_is_refused():
    with Register() as register:
        for wrong in ((), ('--half', '2026'), ('--half', '2026H3'), ('--half', '2026H2', 'x'),
                      ('--half', '2026H2', '--threshold', '1000')):
            register.run('report', *wrong, expect=USAGE)
        assert register.run('report', '--half', '2027H1', expect=None).code in (FAILED, BAD_INPUT)
        assert [row['action'] for row in register.json('log') if row['action'] == 'report'] == []
        report(register)
        assert len([row for row in register.json('log') if row['action'] == 'report']) == 1


main(globals())
