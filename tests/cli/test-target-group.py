"""All ten lists come in through the command, and the target group worked out from them finds exactly
what is true of the sample municipality; what they propose is answered in one step."""
import json

from tjcli import FIXTURES, USAGE, Register, main

LISTS = FIXTURES / 'imports'
TRUTH = json.loads((LISTS / 'truth.json').read_text())
SOURCES = ['ist', 'population', 'enrolments', 'invoices', 'vux', 'studiebevis', 'ib', 'admission', 'school-reports',
           'contacts']


def take(register, *sources):
    return {source: register.json('import', source, LISTS / f'{source}.csv') for source in sources}


def found(rows, finding):
    return sorted(row['personal_number'] for row in rows if row['finding'] == finding)


def assert_true(rows):
    assert found(rows, 'nobody-sees') == TRUTH['nobody_sees'], found(rows, 'nobody-sees')
    assert found(rows, 'outside-area') == TRUTH['outside_area'], found(rows, 'outside-area')
    assert found(rows, 'vux') == TRUTH['vux'], found(rows, 'vux')
    assert found(rows, 'over20') == TRUTH['over20'], found(rows, 'over20')
    known = sum(len(TRUTH[kind]) for kind in ('nobody_sees', 'outside_area', 'vux', 'over20'))
    assert sum(row['finding'] is not None for row in rows) == known
    assert sum(row['in_ist'] for row in rows) == len(TRUTH['to_register'])
    ours = sorted(row['personal_number'] for row in rows if row['in_target_group'] and not row['in_ist'])
    assert ours == TRUTH['nobody_sees']
    for row in rows:
        assert [condition['n'] for condition in row['conditions']] == [1, 2, 3, 4, 5, 6]
        assert {condition['answer'] for condition in row['conditions']} <= {'yes', 'no', 'unknown'}


def test_the_samples_hold_exactly_what_is_true():
    with Register() as register:
        preview = register.json('import', 'population', LISTS / 'population.csv', '--dry-run')
        reports = take(register, *SOURCES)
        assert preview['new'] == 400 and preview['rejected'] == [], preview
        assert [reports[source]['rejected'] for source in SOURCES] == [[]] * len(SOURCES)
        assert reports['ist']['new'] == 82 and reports['population']['new'] == 400
        assert_true(register.json('target-group'))
        register.run('target-group', 'x', expect=USAGE)
        only = register.json('target-group', '--findings')
        assert len(only) == 35 and all(row['finding'] for row in only)


def test_the_order_of_the_lists_does_not_matter():
    with Register() as register:
        take(register, *reversed(SOURCES))
        assert_true(register.json('target-group'))


def test_protected_people_are_masked():
    with Register() as register:
        take(register, 'enrolments', 'ist', 'population')
        rows = register.json('target-group')
        assert sum(row['protected'] for row in rows) == len(TRUTH['protected'])
        for row in rows:
            assert not row['protected'] or (row['personal_number'] is None and row['case_number'])
        for form in ('json', 'csv', 'table'):
            out = register.run('target-group', '--format', form).out
            assert not any(number in out for number in TRUTH['protected'])


def test_proposals_wait_for_a_yes_and_a_purge_reaches_what_lists_said():
    with Register() as register:
        take(register, *SOURCES)
        waiting = register.json('proposals')
        reasons = sorted(row['reason'] for row in waiting)
        assert reasons == ['national-programme'] * len(TRUTH['vux']) + ['twenty'] * len(TRUTH['over20']), reasons
        assert {row['basis'] for row in waiting} == {'vux', 'personal-number'}
        assert sum(row['status'] == 'closed' for row in register.json('list')) == 0
        assert register.json('proposals', '--accept-all')['accepted'] == len(waiting)
        assert register.json('proposals') == []
        closed = [row['personal_number'] for row in register.json('list') if row['status'] == 'closed']
        assert sorted(closed) == sorted(TRUTH['vux'] + TRUTH['over20'])
        assert register.json('undo')['action'] == 'accept-proposals'
        assert len(register.json('proposals')) == len(waiting)
        register.run('proposals', '--accept', 'x', expect=USAGE)
        cards = register.json('bus-cards')
        assert sorted(card['personal_number'] for card in cards['cards']) == TRUTH['vux'], cards
        assert cards['protected'] == 0
        number = TRUTH['vux'][0]
        path = register.scratch / 'extract.json'
        register.run('extract', '--person', number, '--output', path)
        extract = json.loads(path.read_text())
        assert [row['course'] for row in extract['adult_studies']] == ['Engelska 6'], extract['adult_studies']
        assert extract['residence'][0]['municipality'] == '1472'
        assert extract['proposals'][0]['reason'] == 'national-programme'
        assert extract['invoice_lines'] == []
        # Those born in 2007 leave by the end of 2028, the pupils who never were youths among them.
        register.run('purge', '--year', '2028', '--confirm', today='2028-12-01')
        left = [row['personal_number'] for row in register.json('target-group', today='2028-12-01')]
        assert left and not any(person and person[:4] <= '2007' for person in left)


def test_the_same_lists_again_change_nothing_and_are_undone():
    with Register() as register:
        take(register, *SOURCES)
        # Pupils at risk whom the school reports added get their addresses.
        assert take(register, 'population')['population']['changed'] == 3
        for report in take(register, *SOURCES).values():
            assert report['new'] == report['changed'] == report['gone'] == 0, report
        assert_true(register.json('target-group'))
        for source in [*reversed(SOURCES), 'population', 'contacts', 'school-reports', 'admission']:
            assert register.json('undo')['action'] == f'import-{source}'
        assert_true(register.json('target-group'))


main(globals())
