"""What the tests of the commands share: a scratch register, the real program run on it with its
passphrase on a pipe, and TAP. Cases are functions named test_…; their docstring-free names read as
sentences."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ['TJ_TEST_PROGRAM']
FIXTURES = pathlib.Path(os.environ['TJ_TEST_FIXTURES'])
PASSPHRASE = 'sju sorters blåbär i skogen'
TODAY = '2026-11-18'

DONE, FAILED, USAGE, BAD_INPUT, WRONG_KEY, BUSY = range(6)


class Result:
    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode()
        self.err = process.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)


def run(*arguments, passphrase=PASSPHRASE, expect=DONE, environment=None):
    """Runs the program; the passphrase comes through a pipe, never the command line."""
    reader, writer = os.pipe()
    os.write(writer, passphrase.encode())
    os.close(writer)
    try:
        process = subprocess.run([PROGRAM, *map(str, arguments), '--passphrase-fd', str(reader)],
                                 pass_fds=[reader], capture_output=True, check=False,
                                 stdin=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    finally:
        os.close(reader)
    result = Result(process)
    assert expect is None or result.code == expect, (arguments, result.code, result.err)
    return result


class Register:
    """A register in a folder of its own that goes away with it."""

    def __init__(self, routine='tibro', today=TODAY):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix='tjugo-test-'))
        self.folder = self.scratch / 'register'
        self.today = today
        self.recovery_key = run('init', '--register', self.folder, '--municipality', '1472', '--routine', routine,
                                '--format', 'json').json['recovery_key']

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.scratch)

    def run(self, *arguments, today=None, **rest):
        return run(*arguments, '--register', self.folder, '--today', today or self.today, '--format', 'json', **rest)

    def json(self, *arguments, **rest):
        return self.run(*arguments, **rest).json

    def write(self, name, text, encoding='utf-8'):
        path = self.scratch / name
        path.write_bytes(text.encode(encoding))
        return path

    def add(self, *rows, today=None):
        """Registers (number, family name, given name, registered on, street) by an import."""
        lines = ['Personnummer;Efternamn;Förnamn;Registreringsdatum;Gatuadress;Postnummer;Postort']
        lines += [';'.join([*row, '543 30', 'Tibro']) for row in rows]
        return self.json('import', 'ist', self.write('ist.csv', '\n'.join(lines) + '\n'), today=today)


def main(cases):
    """Runs every test_… in `cases` (a module's globals) and speaks TAP."""
    tests = [(name, case) for name, case in cases.items() if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, case) in enumerate(tests, 1):
        try:
            case()
            print(f'ok {number} - {name[5:].replace("_", "-")}')
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f'not ok {number} - {name[5:].replace("_", "-")}')
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
