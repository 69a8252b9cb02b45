"""The real program killed at any moment while it writes: what it has said is done stays done, nothing
is half-done, and the register and its log verify after every kill. Run inside a session whose keyring
opens the register, so that a round takes milliseconds."""
import datetime
import random
import subprocess
import time

from tjcli import PROGRAM, Register, main

ROUNDS = 200
PERSON = '20070626-2383'
FIRST_DAY = datetime.date(2026, 3, 1)


def days():
    return [(FIRST_DAY + datetime.timedelta(days=i)).isoformat() for i in range(ROUNDS)]


def command(register, *arguments):
    return [PROGRAM, *arguments, '--register', str(register.folder), '--today', '2026-11-18', '--format', 'json']


def start(register, day):
    return subprocess.Popen(command(register, 'contact', PERSON, '--channel', 'phone', '--outcome', 'no-answer',
                                    '--date', day),
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def kept_days(register):
    import json
    done = subprocess.run(command(register, 'show', PERSON), capture_output=True, check=True)
    return [contact['date'] for contact in json.loads(done.stdout)['contacts']]


def typical_time(register):
    before = time.monotonic()
    subprocess.run(command(register, 'list'), check=True, capture_output=True)
    return time.monotonic() - before


def test_no_acknowledged_contact_is_lost_in_200_kills():
    dice = random.Random(20)
    with Register() as register:
        register.add((PERSON, 'Söderlund', 'Sanna', '2026-02-01', 'Ånäsvägen 78'))
        register.run('key', 'add-keyring')
        longest = 1.3 * typical_time(register)
        acknowledged, killed = set(), 0
        for day in days():
            process = start(register, day)
            time.sleep(dice.uniform(0, longest))
            process.kill()
            said = process.stdout.read()
            killed += process.wait() < 0
            if b'no-answer' in said:
                acknowledged.add(day)
        kept = kept_days(register)
        assert killed > ROUNDS // 10, f'only {killed} rounds were cut short'
        assert acknowledged, 'no round got as far as an acknowledgement'
        assert acknowledged <= set(kept), sorted(acknowledged - set(kept))
        assert len(kept) == len(set(kept)), 'a contact was kept twice'
        subprocess.run(command(register, 'verify'), check=True, capture_output=True)


def test_a_killed_import_is_whole_or_absent():
    dice = random.Random(7)
    with Register() as register:
        register.run('key', 'add-keyring')
        rows = ['Personnummer;Efternamn;Förnamn;Registreringsdatum']
        rows += [f'200{6 + i % 4}1{i // 400 % 3}{10 + i % 19}T{i % 1000:03d};Svensson;Kim;2026-11-02' for i in range(3000)]
        path = register.write('many.csv', '\n'.join(dict.fromkeys(rows)) + '\n')
        sizes = set()
        for _ in range(12):
            process = subprocess.Popen(command(register, 'import', 'ist', str(path)), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
            time.sleep(dice.uniform(0, 0.4))
            process.kill()
            process.wait()
            listed = subprocess.run(command(register, 'list'), check=True, capture_output=True).stdout
            sizes.add(listed.count(b'"personal_number"'))
        assert len(sizes - {0}) <= 1, sizes


main(globals())
