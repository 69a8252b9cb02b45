"""The commands as a script uses them: names, options, JSON keys and exit codes of the design."""
import hashlib
import json
import re

from tjcli import (BAD_INPUT, BUSY, DONE, FAILED, FIXTURES, PASSPHRASE, PROGRAM, USAGE, WRONG_KEY, Register, main, run)

PERSON = '20070626-2383'
NUMBER = '200706262383'
OTHER = '20100928-2383'
ROW = (PERSON, 'Söderlund', 'Sanna', '2026-11-02', 'Ånäsvägen 78')
IST = FIXTURES / 'imports' / 'ist.csv'
TRUTH = json.loads((FIXTURES / 'imports' / 'truth.json').read_text())


def steps(register, today):
    return {row['step']: row for row in register.json('due', today=today)}


def files(register):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in register.folder.iterdir()}


def test_init_makes_a_register_once():
    with Register() as register:
        again = run('init', '--register', register.folder, '--municipality', '1472', expect=FAILED)
        assert 'tjugo: ' in again.err and again.out == ''


def test_init_refuses_an_unknown_municipality_and_leaves_nothing():
    with Register() as register:
        elsewhere = register.scratch / 'elsewhere'
        run('init', '--register', elsewhere, '--municipality', '9999', expect=BAD_INPUT)
        assert not elsewhere.exists()


def test_the_sample_list_registers_exactly_the_expected():
    with Register() as register:
        report = register.json('import', 'ist', IST)
        assert (report['rows'], report['new'], report['rejected']) == (82, 82, []), report
        listed = sorted(row['personal_number'] for row in register.json('list'))
        assert listed == sorted(TRUTH['to_register'])


def test_the_same_list_again_changes_nothing():
    with Register() as register:
        register.run('import', 'ist', IST)
        report = register.json('import', 'ist', IST)
        assert (report['new'], report['changed'], report['unchanged'], report['gone']) == (0, 0, 82, 0), report


def test_a_dry_run_keeps_nothing():
    with Register() as register:
        report = register.json('import', 'ist', IST, '--dry-run')
        assert report['new'] == 82
        assert register.json('list') == []


def test_a_workbook_is_imported_by_its_sheet():
    workbook = FIXTURES / 'workbooks' / 'libreoffice.xlsx'
    with Register() as register:
        report = register.json('import', 'ist', workbook, '--sheet', 'Elever', '--dry-run')
        assert (report['rows'], report['new'], report['rejected']) == (3, 3, []), report
        register.run('import', 'ist', workbook, '--sheet', 'Lärare', expect=BAD_INPUT)
        register.run('import', 'ist', IST, '--sheet', 'Elever', expect=BAD_INPUT)
        register.run('import', 'ist', FIXTURES / 'workbooks' / 'password.xlsx', expect=BAD_INPUT)
        register.run('import', 'ist', workbook, '--mapping', 'saknas', expect=BAD_INPUT)
        assert register.json('list') == []


def test_the_ladder_of_tibro_day_by_day():
    with Register() as register:
        register.add(ROW)
        register.write('contacts.csv', '')
        contacts = register.write('contacts.csv', f'Personnummer;Mobil\n{PERSON};070-174 06 05\n')
        register.run('import', 'contacts', contacts)
        assert steps(register, '2026-11-03')['first-contact']['due'] == '2026-11-09'
        assert steps(register, '2026-11-10')['first-contact']['days_overdue'] == 1
        assert steps(register, '2026-11-16')['brev1'] | {'state': 'due'} == steps(register, '2026-11-16')['brev1']
        assert steps(register, '2026-12-02')['brev2']['due'] == '2026-12-02'
        assert 'home-visit' not in steps(register, '2027-01-01')
        assert steps(register, '2027-01-02')['home-visit']['due'] == '2027-01-02'


def test_brev1_is_due_at_once_without_contact_details():
    with Register() as register:
        register.add(ROW)
        assert steps(register, '2026-11-02')['brev1']['due'] == '2026-11-02'


def test_an_answer_ends_the_ladder_and_a_passed_follow_up_starts_it_again():
    with Register() as register:
        register.add(ROW)
        register.run('contact', PERSON, '--channel', 'phone', '--outcome', 'answered', '--occupation', 'work',
                     '--date', '2026-11-10')
        assert register.json('due') == []
        shown = register.json('show', PERSON)
        assert shown['status'] == 'watched' and shown['contacts'][0]['occupation'] == 'work', shown
        follow_up = shown['follow_ups'][0]['due']
        assert follow_up == '2027-02-10'
        assert register.json('list', '--status', 'to-act') == []
        assert steps(register, '2027-02-12') != {}
        assert register.json('show', PERSON, today='2027-02-12')['status'] == 'to-act'


def test_letters_are_written_recorded_and_not_due_again():
    with Register() as register:
        register.add(ROW)
        output = register.scratch / 'brev.pdf'
        result = register.json('letters', '--kind', 'brev1,brev2', '--output', output, '--record')
        assert result['pages'] == 1 and result['letters'] == [{'personal_number': NUMBER, 'kind': 'brev1', 'page': 1}]
        assert result['protected'] == 0 and result['skipped'] == []
        assert output.read_bytes().startswith(b'%PDF-1.')
        shown = register.json('show', PERSON)
        assert [c['letter_kind'] for c in shown['contacts']] == ['brev1']
        assert [r['state'] for r in shown['ladder'] if r['step'] == 'brev1'] == ['done']
        assert register.json('letters', '--kind', 'brev1', '--output', output)['pages'] == 0


def test_letters_without_record_stay_due():
    with Register() as register:
        register.add(ROW)
        for _ in range(2):
            assert register.json('letters', '--output', register.scratch / 'a.pdf')['pages'] == 1


def test_a_youth_without_address_is_skipped_with_the_reason():
    with Register() as register:
        register.add((PERSON, 'Söderlund', 'Sanna', '2026-11-02', ''))
        result = register.json('letters', '--output', register.scratch / 'a.pdf')
        assert result['letters'] == [] and result['skipped'][0]['personal_number'] == NUMBER
        assert not (register.scratch / 'a.pdf').exists()


def test_show_has_the_keys_of_the_design():
    with Register() as register:
        register.add(ROW)
        shown = register.json('show', PERSON)
        assert {'personal_number', 'given_name', 'family_name', 'status', 'registrations', 'contacts', 'knowledge',
                'measures', 'follow_ups', 'ladder'} <= set(shown)
        assert {'step', 'state', 'due', 'done_on'} <= set(shown['ladder'][0])
        assert shown['status_label'] == 'Åtgärdas'


def test_list_and_due_have_the_keys_of_the_design():
    with Register() as register:
        register.add(ROW)
        assert {'personal_number', 'given_name', 'family_name', 'status', 'registered_on', 'next_step',
                'due'} <= set(register.json('list')[0])
        assert {'personal_number', 'name', 'step', 'channel', 'due', 'state',
                'days_overdue'} <= set(register.json('due')[0])


def test_tables_and_csv_say_the_same_as_json():
    with Register() as register:
        register.add(ROW)
        for form in ('table', 'csv'):
            text = run('list', '--register', register.folder, '--today', register.today, '--format', form).out
            assert NUMBER in text and 'Söderlund' in text and 'personal_number' in text


def test_a_wrong_passphrase_is_told_and_writes_nothing():
    with Register() as register:
        before = files(register)
        result = register.run('list', passphrase='fel', expect=WRONG_KEY)
        assert result.out == '' and result.err.startswith('tjugo: ') and result.err.count('\n') == 1
        assert files(register) == before


def test_a_damaged_key_file_is_told_apart_and_writes_nothing():
    with Register() as register:
        wrong = register.run('list', passphrase='fel', expect=WRONG_KEY).err
        keys = register.folder / 'register.keys'
        data = bytearray(keys.read_bytes())
        data[len(data) // 2] ^= 1
        keys.write_bytes(bytes(data[:-3]))
        before = files(register)
        result = register.run('list', expect=FAILED)
        assert result.err != wrong and files(register) == before


def test_usage_errors_exit_2():
    with Register() as register:
        for arguments in (['frobnicate'], ['list', '--nonsense'], ['list', '--status', 'x'], ['show'], ['letters'],
                          ['import', 'ist'], ['import', 'nothing', 'x.csv'], ['due', '--today', '2026-13-01'],
                          ['contact', PERSON, '--channel', 'pigeon', '--outcome', 'answered'],
                          ['list', '--format', 'xml'], ['key', 'melt'], ['letters', '--kind', 'x', '--output', 'y']):
            run(*arguments, '--register', register.folder, expect=USAGE)


def test_bad_input_exits_3():
    with Register() as register:
        register.add(ROW)
        register.run('show', '20070626-2384', expect=BAD_INPUT)
        register.run('show', OTHER, expect=BAD_INPUT)
        register.run('contact', PERSON, '--channel', 'sms', '--outcome', 'no-answer', '--date', '2026-10-01',
                     expect=BAD_INPUT)
        register.run('contact', PERSON, '--channel', 'sms', '--outcome', 'no-answer', '--date', '2026-11-19',
                     expect=BAD_INPUT)
        register.run('contact', PERSON, '--channel', 'sms', '--outcome', 'no-answer', '--occupation', 'work',
                     expect=BAD_INPUT)
        register.run('import', 'ist', register.write('empty.csv', ''), expect=BAD_INPUT)
        register.run('import', 'ist', register.write('other.csv', 'A;B\n1;2\n'), expect=BAD_INPUT)


def test_errors_name_no_person():
    with Register() as register:
        rows = register.write('bad.csv', 'Personnummer;Efternamn;Förnamn;Registreringsdatum\n'
                                         '20070626-2384;Kanariefågel;Kim;2026-11-02\n')
        report = register.run('import', 'ist', rows, expect=None)
        assert 'Kanarief' not in report.out + report.err and '2384' not in report.out + report.err
        assert report.json['rejected'][0]['row'] == 2


def test_keys_are_added_listed_and_removed():
    with Register() as register:
        kinds = [slot['kind'] for slot in register.json('key', 'list')]
        assert sorted(kinds) == ['passphrase', 'recovery']
        new_key = register.json('key', 'recovery')['recovery_key']
        assert re.fullmatch(r'[0-9A-Z]+(-[0-9A-Z]+)+', new_key), new_key
        assert len(register.json('key', 'list')) == 3
        slots = register.json('key', 'list')
        register.run('key', 'remove', next(s['id'] for s in slots if s['kind'] == 'recovery'))
        left = register.json('key', 'list')
        assert len(left) == 2
        register.run('key', 'remove', left[0]['id'], expect=FAILED)
        assert len(register.json('key', 'list')) == 2


def test_verify_holds_and_finds_damage():
    with Register() as register:
        register.run('import', 'ist', IST)
        assert register.json('verify') == {'verified': True}
        database = register.folder / 'register.db'
        data = bytearray(database.read_bytes())
        data[len(data) // 2] ^= 255
        database.write_bytes(bytes(data))
        register.run('verify', expect=FAILED)


def test_a_register_in_use_exits_5():
    import os
    import subprocess
    import time
    with Register() as register:
        fifo = register.scratch / 'list.csv'
        os.mkfifo(fifo)
        reader, writer = os.pipe()
        os.write(writer, PASSPHRASE.encode())
        os.close(writer)
        holder = subprocess.Popen([PROGRAM, 'import', 'ist', str(fifo), '--register', str(register.folder),
                                   '--passphrase-fd', str(reader)], pass_fds=[reader], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(reader)
        lock = register.folder / 'register.lock'
        for _ in range(600):
            if lock.exists() and lock.read_text().strip():
                break
            time.sleep(0.05)
        try:
            busy = register.run('list', expect=BUSY)
            assert str(holder.pid) in busy.err
        finally:
            holder.kill()
            holder.wait()
        register.run('list', expect=DONE)


def test_a_demo_register_is_the_same_for_the_same_seed():
    with Register() as register:
        lists = []
        for name in ('one', 'two'):
            folder = register.scratch / name
            run('demo', '--register', folder, '--people', '30', '--seed', '7', '--today', register.today)
            lists.append(run('list', '--register', folder, '--today', register.today, '--format', 'json').json)
        assert len(lists[0]) == 30 and lists[0] == lists[1]


main(globals())
