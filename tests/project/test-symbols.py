#!/usr/bin/python3
"""SQLCipher stays inside the program. Its symbols have the names of SQLite's; were they exported, NSS,
which Poppler brings into the process, would take them for its own library's and meet another ABI. Here
NSS's token is loaded into the real program, and the dynamic linker is asked what it was bound to."""
import ctypes.util
import glob
import os
import re
import subprocess
import sys

from tjproject import SOURCE, Tap

PROGRAM = os.environ.get('TJ_TEST_PROGRAM') or sys.argv[1]
BINDING = re.compile(r'binding file (\S+) \[\d+\] to (\S+) \[\d+\]: normal symbol `(sqlite3_\w+)\'')


def token():
    """NSS's token library, which is the one that uses SQLite."""
    found = sorted(glob.glob('/usr/lib/*/libsoftokn3.so') + glob.glob('/usr/lib/*/nss/libsoftokn3.so'))
    if not found:
        raise RuntimeError('libsoftokn3.so is not installed, so nothing was tested')
    return found[0]


def exported():
    listing = subprocess.run(['nm', '-D', '--defined-only', PROGRAM], capture_output=True, text=True, check=True).stdout
    return [line for line in listing.splitlines() if re.search(r'\bsqlite3', line)]


def carried():
    """The program does carry SQLCipher: an export test on a program without it would be empty."""
    listing = subprocess.run(['nm', PROGRAM], capture_output=True, text=True, check=False).stdout
    if listing.strip() and not re.search(r'\bsqlite3_key\b', listing):
        return ['the program holds no sqlite3_key']
    return []


def bindings(*first):
    """(user, provider) of each sqlite3_* binding of NSS's token when it is loaded with the program."""
    environment = dict(os.environ, LC_ALL='C.UTF-8', LD_DEBUG='bindings', LD_BIND_NOW='1',
                       LD_PRELOAD=':'.join(first + (token(),)), ASAN_OPTIONS='verify_asan_link_order=0:detect_leaks=0')
    run = subprocess.run([PROGRAM, '--version'], env=environment, capture_output=True, text=True, check=False,
                         errors='replace', timeout=120)
    return {(os.path.basename(user), os.path.basename(provider)) for user, provider, _ in BINDING.findall(run.stderr)
            if 'softokn' in user or 'sqlite' in user}


def bound_elsewhere(found):
    if not any('softokn' in user for user, _ in found):
        return ['no binding of the token was seen']
    return [f'{user} is bound to {provider}' for user, provider in sorted(found) if not provider.startswith('libsqlite3.so')]


def main():
    tap = Tap()
    tap.case('/symbols/no-sqlite3-symbol-is-exported', exported())
    tap.case('/symbols/nss-binds-to-the-system-sqlite', bound_elsewhere(bindings()))
    cipher = ctypes.util.find_library('sqlcipher')
    if cipher:
        taken = bound_elsewhere(bindings(cipher))
        tap.case('/symbols/a-shared-sqlcipher-would-be-seen', [] if taken else ['the test cannot see a wrong binding'])
    if (SOURCE / 'src/context/tj-context.c').exists():
        tap.case('/symbols/sqlcipher-is-inside', carried())
    tap.finish()


main()
