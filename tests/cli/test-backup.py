"""Backup and restore with real files: whole, damaged, cut off, on a full disk, and ended at any step. Run inside
a session whose keyring opens the register."""
import os
import pathlib
import resource
import signal
import subprocess

from tjcli import BAD_INPUT, DONE, FAILED, PASSPHRASE, PROGRAM, USAGE, WRONG_KEY, Register, main, run

PERSON = '20070626-2383'
NUMBER = '200706262383'
ROW = (PERSON, 'Kanariefågel', 'Sanna', '2026-11-02', 'Ånäsvägen 78')
DIE_AT = os.environ['TJ_TEST_DIE_AT']
MOST_STEPS = 200


def restore(register, backup, folder, expect=DONE, **rest):
    return run('restore', backup, '--register', folder, '--today', register.today, '--format', 'json', expect=expect,
               **rest)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def backed_up(register, name='copy.tjugobackup'):
    register.add(ROW)
    path = register.scratch / name
    return path, register.json('backup', path)


def test_a_backup_holds_all_and_nothing_readable():
    with Register() as register:
        backup, counts = backed_up(register)
        assert counts['youths'] == 1 and counts['log_rows'] > 1 and counts['rows'] > counts['log_rows'], counts
        assert backup.stat().st_mode & 0o077 == 0
        held = backup.read_bytes()
        for text in ('Kanarief', 'kanarief', NUMBER, 'Ånäsvägen', 'SQLite format'):
            assert text.encode() not in held, text
        assert names(register.scratch) == ['copy.tjugobackup', 'ist.csv', 'register']


def test_what_is_restored_is_what_was_there():
    with Register() as register:
        backup, _ = backed_up(register)
        register.run('contact', PERSON, '--channel', 'phone', '--outcome', 'no-answer')
        folder = register.scratch / 'new'
        assert restore(register, backup, folder).json['youths'] == 1
        assert names(folder) == ['register.db', 'register.keys']
        register.folder = folder
        assert [youth['personal_number'] for youth in register.json('list')] == [NUMBER]
        assert register.json('show', PERSON)['contacts'] == []
        assert register.json('verify')['verified']
        register.run('log', '--verify')
        assert [row['action'] for row in register.json('log')][-1] != 'restore'
        assert 'restore' in {row['action'] for row in register.json('log')}


def test_the_recovery_key_restores_too():
    with Register() as register:
        backup, _ = backed_up(register)
        reader, writer = os.pipe()
        os.write(writer, register.recovery_key.encode())
        os.close(writer)
        process = subprocess.run([PROGRAM, 'restore', backup, '--register', register.scratch / 'new',
                                  '--recovery-key-fd', str(reader)], pass_fds=[reader], capture_output=True, check=False)
        os.close(reader)
        assert process.returncode == DONE, process.stderr


def test_an_existing_register_and_an_existing_file_are_left_alone():
    with Register() as register:
        backup, _ = backed_up(register)
        before = {path.name: path.read_bytes() for path in register.folder.iterdir()}
        restore(register, backup, register.folder, expect=FAILED)
        assert before == {path.name: path.read_bytes() for path in register.folder.iterdir()}
        kept = backup.read_bytes()
        register.run('backup', backup, expect=FAILED)
        assert backup.read_bytes() == kept


def test_a_wrong_passphrase_restores_nothing():
    with Register() as register:
        backup, _ = backed_up(register)
        folder = register.scratch / 'new'
        restore(register, backup, folder, passphrase='fel', expect=WRONG_KEY)
        assert not folder.exists()


def test_every_damage_is_found_before_anything_is_written():
    with Register() as register:
        backup, _ = backed_up(register)
        whole, folder = backup.read_bytes(), register.scratch / 'new'
        places = [0, 20, 5000, len(whole) // 2, len(whole) - 900, len(whole) - 70, len(whole) - 40, len(whole) - 1]
        for place in places:
            damaged = bytearray(whole)
            damaged[place] ^= 1
            backup.write_bytes(damaged)
            restore(register, backup, folder, expect=None)
            assert not folder.exists(), place
            register.run('backup', '--rehearse', backup, expect=FAILED)
        for length in (0, 10, 4096, len(whole) - 1):
            backup.write_bytes(whole[:length])
            restore(register, backup, folder, expect=FAILED)
            register.run('backup', '--rehearse', backup, expect=FAILED)
        backup.write_bytes(whole)
        register.run('backup', '--rehearse', backup)


def test_a_backup_of_another_register_is_not_rehearsed_as_ones_own():
    with Register() as register, Register() as other:
        backup, _ = backed_up(register)
        other.run('backup', '--rehearse', backup, expect=BAD_INPUT)


def limit(n_bytes):
    def set_limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))
    return set_limit


def call(register, *arguments, **rest):
    reader, writer = os.pipe()
    os.write(writer, PASSPHRASE.encode())
    os.close(writer)
    try:
        return subprocess.run([PROGRAM, *map(str, arguments), '--today', register.today, '--passphrase-fd', str(reader)],
                              pass_fds=[reader], capture_output=True, check=False, **rest)
    finally:
        os.close(reader)


def test_a_full_disk_leaves_no_half_backup_and_no_half_register():
    with Register() as register:
        register.add(ROW)
        register.run('log')
        # The database and its log may grow; the backup, which is larger than the database, may not.
        size = (register.folder / 'register.db').stat().st_size
        place = register.scratch / 'disk'
        place.mkdir()
        full = call(register, 'backup', place / 'copy.tjugobackup', '--register', register.folder,
                    preexec_fn=limit(size))
        assert full.returncode == FAILED and 'disken är full' in full.stderr.decode(), full.stderr
        assert names(place) == [], names(place)
        assert register.json('verify')['verified']
        assert 'backup-failed' in {row['action'] for row in register.json('log')}

        backup = register.scratch / 'copy.tjugobackup'
        register.run('backup', backup)
        full = call(register, 'restore', backup, '--register', place / 'new', preexec_fn=limit(size // 2))
        assert full.returncode == FAILED
        assert not (place / 'new' / 'register.db').exists() and not (place / 'new' / 'register.keys').exists()


def killed_at(register, step, *arguments):
    environment = {**os.environ, 'LD_PRELOAD': DIE_AT, 'TJ_DIE_AT': str(step),
                       'ASAN_OPTIONS': 'verify_asan_link_order=0'}
    return call(register, *arguments, env=environment).returncode == -signal.SIGKILL


def by_keyring(register, *arguments, **rest):
    """Opened by the session's keyring, which takes milliseconds."""
    command = [PROGRAM, *map(str, arguments), '--register', register.folder, '--today', register.today]
    return subprocess.run(command, capture_output=True, check=False, **rest).returncode


def test_a_backup_killed_at_any_step_is_whole_or_not_there():
    with Register() as register:
        register.add(ROW)
        register.run('key', 'add-keyring')
        steps = 0
        for step in range(1, MOST_STEPS):
            place = register.scratch / f'at-{step}'
            place.mkdir()
            steps += 1
            environment = {**os.environ, 'LD_PRELOAD': DIE_AT, 'TJ_DIE_AT': str(step),
                           'ASAN_OPTIONS': 'verify_asan_link_order=0'}
            if by_keyring(register, 'backup', place / 'copy.tjugobackup', env=environment) != -signal.SIGKILL:
                break
            if (place / 'copy.tjugobackup').exists():
                assert by_keyring(register, 'backup', '--rehearse', place / 'copy.tjugobackup') == DONE, step
            assert b'Kanarief' not in b''.join(path.read_bytes() for path in place.iterdir())
        assert 3 < steps < MOST_STEPS - 1, steps
        assert register.json('verify')['verified']


def test_a_restore_killed_at_any_step_is_whole_or_no_register():
    with Register() as register:
        backup, _ = backed_up(register)
        steps = 0
        for step in range(1, MOST_STEPS):
            folder = register.scratch / f'at-{step}'
            steps += 1
            if not killed_at(register, step, 'restore', backup, '--register', folder):
                break
            if (folder / 'register.keys').exists():
                assert run('list', '--register', folder, '--format', 'json').json, step
        assert 3 < steps < MOST_STEPS - 1, steps


def test_backups_in_a_folder_need_one_to_be_chosen():
    with Register() as register:
        register.run('backup', expect=BAD_INPUT)
        register.run('backup', 'a', 'b', expect=USAGE)
        register.run('backup', '--rehearse', expect=USAGE)
        register.run('backup', pathlib.Path('/nowhere/at/all.tjugobackup'), expect=FAILED)



main(globals())
