"""The register over time, as a script sees it: undo in words, merge, the log, the end of registrations,
the subject extract and the purge."""
import json

from tjcli import BAD_INPUT, FAILED, USAGE, Register, main

PERSON = '20070626-2383'
NUMBER = '200706262383'
OTHER = '20070801-2380'
TWENTY = '20061118-2387'
OLD = '20040101-2380'
ROW = (PERSON, 'Söderlund', 'Sanna', '2026-11-02', 'Ånäsvägen 78')
SAME = (OTHER, 'Söderlund', 'Sanna', '2026-11-04', 'Ånäsvägen 78')
SOON = (TWENTY, 'Ek', 'Kim', '2026-11-02', 'Storgatan 1')
LONG_AGO = (OLD, 'Kanariefågel', 'Kim', '2022-02-01', 'Storgatan 1')


def contact(register, person=PERSON, outcome='no-answer', date='2026-11-10', **rest):
    return register.run('contact', person, '--channel', 'phone', '--outcome', outcome, '--date', date, **rest)


def contacts(register, person=PERSON):
    return register.json('show', person)['contacts']


def test_undo_and_redo_reach_over_restarts_in_words():
    with Register() as register:
        register.add(ROW)
        contact(register)
        listed = register.json('undo', '--list')
        assert [step['action'] for step in listed] == ['log-contact', 'import-ist'], listed
        assert listed[0]['what'] == 'Logga kontakt: Sanna Söderlund', listed
        undone = register.json('undo')
        assert undone['action'] == 'log-contact' and undone['undone']
        assert contacts(register) == []
        again = register.json('redo')
        assert again['what'].endswith('Sanna Söderlund') and not again['undone']
        assert len(contacts(register)) == 1


def test_all_is_undone_down_to_what_the_register_was_made_with():
    with Register() as register:
        register.add(ROW)
        register.run('undo')
        assert register.json('list') == []
        register.run('undo', expect=BAD_INPUT)
        register.run('redo')
        register.run('redo', expect=BAD_INPUT)
        assert len(register.json('list')) == 1


def test_a_new_change_ends_what_could_be_redone():
    with Register() as register:
        register.add(ROW)
        contact(register)
        register.run('undo')
        contact(register, outcome='answered')
        register.run('redo', expect=BAD_INPUT)


def test_an_import_is_undone_by_its_number_until_it_is_worked_with():
    with Register() as register:
        first = register.add(ROW)
        second = register.add(ROW, OTHER_ROW := (OTHER, 'Ek', 'Kim', '2026-11-04', 'Storgatan 1'))
        assert 'run' not in register.json('import', 'ist', register.write('again.csv', 'Personnummer;Namn\n'), '--dry-run')
        undone = register.json('undo', '--import', str(first['run']))
        assert undone['action'] == 'import-ist' and undone['undone'], undone
        assert [row['personal_number'] for row in register.json('list')] == [OTHER.replace('-', '')]
        register.run('undo', '--import', str(first['run']), expect=BAD_INPUT)
        contact(register, OTHER)
        refused = register.run('undo', '--import', str(second['run']), expect=FAILED)
        assert '1 person' in refused.err and OTHER_ROW[1] not in refused.err, refused.err
        assert len(contacts(register, OTHER)) == 1


def test_undo_names_no_protected_person():
    with Register() as register:
        lines = ('Personnummer;Efternamn;Förnamn;Registreringsdatum;Skyddade personuppgifter\n'
                 f'{PERSON};Söderlund;Sanna;2026-11-02;Ja\n')
        register.run('import', 'ist', register.write('ist.csv', lines))
        assert register.json('list')[0]['protected']
        contact(register)
        assert 'Söderlund' not in register.run('undo', '--list').out
        assert 'Söderlund' not in register.run('undo').out


def test_merged_rows_are_one_until_undone():
    with Register() as register:
        register.add(ROW, SAME)
        contact(register)
        contact(register, OTHER, date='2026-11-11')
        register.run('merge', PERSON, OTHER)
        assert [row['personal_number'] for row in register.json('list')] == [NUMBER]
        assert len(contacts(register)) == 2
        assert contacts(register, OTHER) == contacts(register)
        register.run('merge', PERSON, OTHER, expect=BAD_INPUT)
        register.run('undo')
        assert len(register.json('list')) == 2 and len(contacts(register, OTHER)) == 1


def test_the_log_tells_who_did_what_to_whom():
    with Register() as register:
        register.add(ROW, SAME)
        contact(register)
        register.run('show', OTHER)
        log = register.json('log', '--verify')
        assert [row['number'] for row in log] == list(range(len(log), 0, -1))
        assert {'at', 'actor', 'action', 'details', 'case_number'} <= set(log[0])
        of_person = register.json('log', '--person', PERSON)
        assert 'log-contact' in [row['action'] for row in of_person]
        assert {row['personal_number'] for row in of_person} == {NUMBER}
        reads = register.json('log', '--action', 'read')
        assert len(reads) == 1 and reads[0]['personal_number'] == OTHER.replace('-', '')
        assert register.json('log', '--from', '2999-01-01') == []
        assert register.json('log', '--to', '2000-01-01') == []
        assert len(register.json('log', '--from', '2000-01-01')) > len(log)
        register.run('log', '--from', 'yesterday', expect=USAGE)


def test_the_log_goes_to_a_table_and_its_review_to_paper():
    with Register() as register:
        register.add(ROW)
        table, review = register.scratch / 'log.csv', register.scratch / 'review.pdf'
        register.run('log', '--output', table)
        lines = table.read_text(encoding='utf-8-sig').splitlines()
        assert lines[0] == 'När;Vem;Vad;Gäller', lines[0]
        assert any(';Läsa in listan från IST;' in line for line in lines), lines
        register.run('log', '--review', '2026-11', '--output', review)
        assert review.read_bytes().startswith(b'%PDF')
        register.run('log', '--review', 'november', '--output', review, expect=USAGE)
        register.run('log', '--review', '2026-11', expect=USAGE)
        register.run('log', '--output', register.scratch / 'log.txt', expect=USAGE)
        done = [row['action'] for row in register.json('log')]
        assert 'export-log' in done and 'print-log-review' in done, done


def test_each_team_sheet_is_written_and_logged():
    with Register() as register:
        register.add(ROW)
        for sheet in ('team', 'extended', 'home-visits'):
            paper = register.scratch / f'{sheet}.pdf'
            register.run('sheet', sheet, '--output', paper)
            assert paper.read_bytes().startswith(b'%PDF')
        register.run('sheet', 'tea', '--output', register.scratch / 'x.pdf', expect=USAGE)
        register.run('sheet', 'team', expect=USAGE)
        kinds = [row['details'].split()[0] for row in register.json('log') if row['action'] == 'print-team-sheet']
        assert kinds == ['home-visit', 'extended', 'meeting'], kinds


def test_deregistration_is_checked_and_closes():
    with Register() as register:
        register.add(ROW)
        contact(register)
        register.run('deregister', PERSON, expect=USAGE)
        register.run('deregister', PERSON, '--reason', 'twenty', expect=BAD_INPUT)
        register.run('deregister', PERSON, '--reason', 'moved', '--date', '2026-11-09', expect=BAD_INPUT)
        register.run('deregister', PERSON, '--reason', 'moved', '--date', '2026-11-12')
        shown = register.json('show', PERSON)
        assert shown['status'] == 'closed'
        assert shown['registrations'][0]['reason'] == 'moved'
        assert register.json('due') == []
        register.run('deregister', PERSON, '--reason', 'moved', expect=BAD_INPUT)


def test_those_who_have_turned_twenty_are_deregistered_on_their_birthday():
    with Register() as register:
        register.add(ROW, SOON, today='2026-11-16')
        listed = register.json('twenty', today='2026-11-16')
        assert [(row['turns_twenty'], row['has_turned']) for row in listed] == [('2026-11-18', False)]
        assert register.json('twenty', '--days', '1', today='2026-11-16') == []
        assert register.json('twenty', '--deregister', today='2026-11-17') == []
        assert len(register.json('twenty', '--deregister', today='2026-11-20')) == 1
        registration = register.json('show', TWENTY)['registrations'][0]
        assert (registration['deregistered_on'], registration['reason']) == ('2026-11-18', 'twenty')


def test_an_extract_holds_all_and_the_log_of_reads():
    with Register() as register:
        register.add(ROW)
        contact(register)
        register.run('show', PERSON)
        path = register.scratch / 'extract.json'
        register.run('extract', '--person', PERSON, '--output', path)
        extract = json.loads(path.read_text())
        assert extract['personal_number'] == NUMBER and extract['given_name'] == 'Sanna'
        assert extract['street'] == 'Ånäsvägen 78'
        for key in ('earlier_numbers', 'registrations', 'contacts', 'knowledge', 'measures', 'plans', 'follow_ups',
                    'school_reports', 'letters', 'log', 'information'):
            assert isinstance(extract[key], list), key
        assert extract['contacts'][0]['channel'] == 'phone'
        assert {'read', 'log-contact', 'extract'} <= {row['action'] for row in extract['log']}
        assert path.stat().st_mode & 0o077 == 0
        register.run('extract', '--person', PERSON, expect=USAGE)
        paper = register.scratch / 'extract.pdf'
        register.run('extract', '--person', PERSON, '--output', paper)
        assert paper.read_bytes().startswith(b'%PDF-1.7') and paper.stat().st_mode & 0o077 == 0


def test_a_merged_persons_extract_has_the_log_of_both_rows():
    with Register() as register:
        register.add(ROW, SAME)
        register.run('show', OTHER)
        register.run('merge', PERSON, OTHER)
        path = register.scratch / 'extract.json'
        register.run('extract', '--person', PERSON, '--output', path)
        assert 'read' in {row['action'] for row in json.loads(path.read_text())['log']}


def test_a_purge_is_proposed_and_then_leaves_no_trace_but_ids():
    with Register(today='2022-03-01') as register:
        register.add(LONG_AGO)
        contact(register, OLD, date='2022-03-01')
        register.today = '2026-11-18'
        register.add(ROW)
        assert register.json('purge', '--year', '2024')['count'] == 0
        register.run('purge', '--year', '2027', expect=BAD_INPUT)
        register.run('purge', expect=USAGE)
        proposal = register.json('purge', '--year', '2025')
        assert not proposal['purged'] and proposal['proposed'][0]['name'] == 'Kim Kanariefågel'
        assert len(register.json('list')) == 2
        protocol = register.run('purge', '--year', '2025', '--confirm')
        assert protocol.json['purged'] and protocol.json['count'] == 1
        assert 'Kanarief' not in protocol.out and '20040101' not in protocol.out
        assert [row['personal_number'] for row in register.json('list')] == [NUMBER]
        register.run('show', OLD, expect=BAD_INPUT)
        assert register.json('undo', '--list') == []
        log = register.run('log', '--verify')
        assert 'Kanarief' not in log.out and '20040101' not in log.out
        assert 'purge-youth' in {row['action'] for row in log.json}
        register.run('verify')


def test_a_purge_writes_its_protocol_and_wipes_reasons():
    with Register(today='2022-03-01') as register:
        register.add(LONG_AGO)
        register.run('show', OLD, '--reason', 'Ringde Kanariefågel')
        register.today = '2026-11-18'
        paper = register.scratch / 'protocol.pdf'
        register.run('purge', '--year', '2025', '--output', paper, expect=USAGE)
        register.run('purge', '--year', '2025', '--confirm', '--output', paper)
        assert paper.read_bytes().startswith(b'%PDF')
        assert 'Kanarie' not in register.run('log').out
        assert register.json('verify')['verified']
        register.run('log', '--verify')


def test_a_shortened_log_is_noticed():
    with Register() as register:
        register.add(ROW)
        before = {path.name: path.read_bytes() for path in register.folder.iterdir()}
        register.run('show', PERSON)
        (register.folder / 'register.db').write_bytes(before['register.db'])
        for name in ('register.db-wal', 'register.db-shm'):
            (register.folder / name).unlink(missing_ok=True)
        register.run('log', '--verify', expect=FAILED)


main(globals())
