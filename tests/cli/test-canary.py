"""A name that no other file can hold is put into a register and followed: after every command it is
in the PDF that was asked for and nowhere else on disk, and never in what others see of the process."""
import contextlib
import fcntl
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from canary import Canary, Watch

# A home of the test's own before anything is imported that reads it. The keyring's home stays where
# with-keyring.sh made it, and is searched too.
ROOT = pathlib.Path(tempfile.mkdtemp(prefix='tjugo-canary-'))
KEYRING = pathlib.Path(os.environ['HOME'])
assert KEYRING.name.startswith('tjugo-keyring-'), 'run this by with-keyring.sh'
PLACES = {name: ROOT / folder for name, folder in {
    'HOME': 'home', 'XDG_DATA_HOME': 'home/data', 'XDG_CONFIG_HOME': 'home/config', 'XDG_CACHE_HOME': 'home/cache',
    'XDG_STATE_HOME': 'home/state', 'XDG_RUNTIME_DIR': 'run', 'TMPDIR': 'tmp'}.items()}
for place in PLACES.values():
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
os.environ.update({name: str(place) for name, place in PLACES.items()})
tempfile.tempdir = None

from tjcli import PROGRAM, Register, main  # noqa: E402  pylint: disable=wrong-import-position

NUMBER = '20070626-2383'
TODAY = '2026-11-18'
DIE_AT = os.environ['TJ_TEST_DIE_AT']


@contextlib.contextmanager
def watched(*more):
    """A canary, the watch over all that may not hold it, a folder for what it comes from and one for
    the PDF."""
    canary = Canary(NUMBER)
    source = pathlib.Path(tempfile.mkdtemp(dir=ROOT, prefix='source-'))
    chosen = pathlib.Path(tempfile.mkdtemp(dir=ROOT, prefix='chosen-'))
    watch = Watch([*PLACES.values(), KEYRING, chosen, *more], canary.words,
                  canary.numbers, sources=[source])
    yield canary, watch, source, chosen / 'brev.pdf'
    shutil.rmtree(source)
    shutil.rmtree(chosen)


class Desk:
    """A register that the keyring opens, so that no run waits for a passphrase to be tried."""

    def __init__(self, register):
        self.folder = register.folder
        register.run('key', 'add-keyring')

    def arguments(self, *arguments):
        return [PROGRAM, *map(str, arguments), '--register', str(self.folder), '--today', TODAY]

    def run(self, *arguments, form='json', expect=0):
        done = subprocess.run([*self.arguments(*arguments), '--format', form], stdin=subprocess.DEVNULL,
                              capture_output=True, check=False)
        assert expect is None or done.returncode == expect, (arguments, done.returncode, done.stderr)
        return done.stdout.decode(), done.stderr.decode()

    def json(self, *arguments):
        return json.loads(self.run(*arguments)[0])

    def letters(self, output, *more):
        return self.json('letters', '--kind', 'brev1,brev2', '--output', output, *more)

    @contextlib.contextmanager
    def started(self, *arguments, stdout=subprocess.DEVNULL, environment=None):
        """The program at work, ended on leaving."""
        with subprocess.Popen(self.arguments(*arguments), stdin=subprocess.DEVNULL, stdout=stdout,
                              stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})}) as process:
            try:
                yield process
            finally:
                process.kill()

    def kill_at_each_step(self, *arguments, check):
        """Runs the program again and again, killed right before its first, second, … change to the
        file system, until it gets through; `check` looks at what each run left."""
        for step in range(1, 100):
            surroundings = {'LD_PRELOAD': DIE_AT, 'TJ_DIE_AT': str(step), 'ASAN_OPTIONS': 'verify_asan_link_order=0'}
            with self.started(*arguments, environment=surroundings) as process:
                code = process.wait()
            assert code in (0, -signal.SIGKILL), code
            check(step)
            if code == 0:
                return step
        raise AssertionError('it was never done')


@contextlib.contextmanager
def followed(imported=True):
    """A register with the canary in it, or with its list beside it."""
    with Register(today=TODAY) as register, watched(register.scratch) as (canary, watch, source, output):
        people, contacts = Canary.lists(source, canary)
        desk = Desk(register)
        if imported:
            assert desk.json('import', 'ist', people)['new'] == 1
            desk.run('import', 'contacts', contacts)
        yield desk, canary, watch, output, people


def test_the_search_finds_a_planted_file():
    with watched() as (canary, watch, _source, _output):
        for encoding in ('utf-8', 'utf-16-le', 'utf-16-be', 'latin-1'):
            for word in (canary.family, canary.family.upper(), canary.street):
                planted = PLACES['XDG_CACHE_HOME'] / 'planted'
                planted.write_bytes(b'\0\1' + word.encode(encoding) + b'\n')
                assert list(watch.leaks()) == [planted], (encoding, word)
                planted.unlink()
        assert not watch.leaks()


def test_the_search_looks_into_names_and_packed_files():
    import gzip
    import zipfile
    with watched() as (canary, watch, _source, _output):
        planted = PLACES['HOME'] / 'packed'
        planted.write_bytes(gzip.compress(canary.given.encode()))
        assert list(watch.leaks()) == [planted]
        with zipfile.ZipFile(planted, 'w', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr('sheet.xml', canary.given)
        assert list(watch.leaks()) == [planted]
        planted.unlink()
        named = PLACES['TMPDIR'] / f'{canary.family}.pdf'
        named.touch()
        assert list(watch.leaks()) == [named]
        named.unlink()


def test_the_search_reaches_the_shared_temporary_folders():
    with watched() as (canary, watch, _source, _output):
        for folder in ('/tmp', '/dev/shm'):
            handle, name = tempfile.mkstemp(dir=folder)
            os.write(handle, canary.family.encode())
            os.close(handle)
            try:
                assert list(watch.leaks()) == [pathlib.Path(name)]
            finally:
                os.unlink(name)


def test_reading_leaves_no_trace():
    with followed() as (desk, canary, watch, _output, _people):
        assert canary.family in desk.run('list')[0]
        assert canary.street in desk.run('show', NUMBER)[0]
        assert canary.family in desk.run('due')[0]
        desk.run('contact', NUMBER, '--channel', 'phone', '--outcome', 'no-answer')
        desk.run('verify')
        desk.run('list', form='csv')
        assert not watch.leaks()


def test_a_dry_run_leaves_no_trace():
    with followed(imported=False) as (desk, _canary, watch, _output, people):
        assert desk.json('import', 'ist', people, '--dry-run')['new'] == 1
        assert not watch.leaks()


def test_a_refused_list_is_told_of_without_a_name():
    with followed(imported=False) as (desk, canary, watch, _output, people):
        people.write_text(people.read_text().replace('2026-11-02', canary.given))
        _told, error = desk.run('import', 'ist', people, expect=None)
        assert not any(word in error for word in canary.words), error
        assert not watch.leaks()


def test_letters_are_the_only_place_of_the_name():
    with followed() as (desk, canary, watch, output, _people):
        assert desk.letters(output)['pages'] == 1
        text = subprocess.run(['pdftotext', '-layout', str(output), '-'], capture_output=True, check=True).stdout.decode()
        assert canary.family in text and canary.street in text
        found = watch.leaks()
        assert set(found) == {output}, found
        assert canary.family in found[output], 'the search does not see into the PDF'
        assert desk.letters(output, '--record')['pages'] == 1
        desk.run('verify')
        assert not watch.leaks(allowed=[output])
        assert list(output.parent.iterdir()) == [output]


def test_letters_killed_at_any_step_leave_no_trace():
    with followed() as (desk, _canary, watch, output, _people):
        def check(step):
            found = watch.leaks()
            assert set(found) <= {output}, f'killed at step {step}: {found}'
            output.unlink(missing_ok=True)

        steps = desk.kill_at_each_step('letters', '--kind', 'brev1', '--output', output, '--record', check=check)
        assert steps > 5, f'the program took only {steps} steps: they are not counted'
        desk.run('verify')


def test_an_import_killed_at_any_step_leaves_no_trace():
    with followed(imported=False) as (desk, _canary, watch, _output, people):
        def check(step):
            assert not watch.leaks(), f'killed at step {step}'

        assert desk.kill_at_each_step('import', 'ist', people, check=check) > 3
        desk.run('verify')


def full_pipe():
    """A pipe that takes nothing more: who writes to it stands still."""
    reader, writer = os.pipe()
    room = fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    os.write(writer, b'\n' * room)
    return reader, writer


def stands_in_write(process, descriptor):
    """Whether the process waits to write to `descriptor` (the x86-64 number of write is 1)."""
    call = pathlib.Path(f'/proc/{process.pid}/syscall').read_text().split()
    return call[:2] in (['1', hex(descriptor)], ['64', hex(descriptor)])


def test_a_running_command_shows_no_name():
    with followed() as (desk, canary, watch, _output, _people):
        reader, writer = full_pipe()
        with desk.started('list', stdout=writer) as process:
            while not stands_in_write(process, 1):
                assert process.poll() is None
                time.sleep(0.01)
            assert not watch.leaks_of_process(process.pid)
            assert not watch.leaks()
            os.read(reader, 4096)
            assert canary.family.encode() in os.read(reader, 65536)
        os.close(reader)
        os.close(writer)


try:
    main(globals())
finally:
    shutil.rmtree(ROOT, ignore_errors=True)
