"""The individual planning on paper, as a script asks for it."""
import os
import subprocess

from tjcli import BAD_INPUT, PASSPHRASE, TODAY, USAGE, Register, main

PERSON = '20070626-2383'
NUMBER = '200706262383'
ROW = (PERSON, 'Söderlund', 'Sanna', '2026-11-02', 'Ånäsvägen 78')
PROTECTED = ('Personnummer;Efternamn;Förnamn;Registreringsdatum;Skyddade personuppgifter\n'
             f'{PERSON};Söderlund;Sanna;2026-11-02;Ja\n')


def plan(register, *goals):
    """Writes a version of the plan for each goal, as the window does."""
    reader, writer = os.pipe()
    os.write(writer, PASSPHRASE.encode())
    os.close(writer)
    os.dup2(reader, 3)
    subprocess.run([os.environ['TJ_TEST_WRITE_PLAN'], register.folder, TODAY, NUMBER, *goals], pass_fds=[3],
                   check=True)
    os.close(3)
    if reader != 3:
        os.close(reader)


def text(path):
    process = subprocess.run(['pdftotext', '-layout', str(path), '-'], capture_output=True, check=True)
    return ' '.join(process.stdout.decode().split())


def test_the_latest_version_is_printed_and_logged():
    with Register() as register:
        register.add(ROW)
        plan(register, 'Praktik i trädgård', 'Folkhögskola i januari')
        path = register.scratch / 'plan.pdf'
        written = register.json('plan', '--person', PERSON, '--output', path)
        assert written['personal_number'] == NUMBER and not written['protected'], written
        assert 'Folkhögskola i januari' in text(path) and 'Sanna Söderlund' in text(path)
        assert path.stat().st_mode & 0o077 == 0
        printed = register.json('log', '--action', 'print-plan')
        assert [(row['personal_number'], row['details']) for row in printed] == [(NUMBER, 'version=2')]


def test_an_earlier_version_can_be_asked_for():
    with Register() as register:
        register.add(ROW)
        plan(register, 'Praktik i trädgård', 'Folkhögskola i januari')
        path = register.scratch / 'plan.pdf'
        register.run('plan', '--person', PERSON, '--version', 1, '--output', path)
        assert 'Praktik i trädgård' in text(path) and 'Folkhögskola' not in text(path)
        register.run('plan', '--person', PERSON, '--version', 3, '--output', path, expect=BAD_INPUT)


def test_a_protected_person_is_on_paper_by_case_number():
    with Register() as register:
        register.run('import', 'ist', register.write('ist.csv', PROTECTED))
        plan(register, 'Praktik i trädgård')
        path = register.scratch / 'plan.pdf'
        result = register.run('plan', '--person', PERSON, '--output', path)
        assert result.json['protected'] and result.json['personal_number'] is None
        assert result.json['case_number'] in text(path) and 'Skyddad person' in text(path)
        for word in ('Söderlund', 'Sanna', '2007', NUMBER[4:]):
            assert word not in text(path), word
        assert b'S\xc3\xb6derlund' not in path.read_bytes()


def test_without_a_plan_there_is_no_paper():
    with Register() as register:
        register.add(ROW)
        path = register.scratch / 'plan.pdf'
        register.run('plan', '--person', PERSON, '--output', path, expect=BAD_INPUT)
        register.run('plan', '--person', PERSON, '--output', register.scratch / 'plan.txt', expect=USAGE)
        register.run('plan', '--person', PERSON, expect=USAGE)
        assert not path.exists() and register.json('log', '--action', 'print-plan') == []


main(globals())
