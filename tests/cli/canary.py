"""Youths with names that nothing else can hold, and the search for them where no word of a register
may be: in every file under some folders, whatever its encoding or packing, in the shared temporary
folders, and in what a process shows of itself."""
import gzip
import io
import os
import pathlib
import random
import re
import shutil
import stat
import subprocess
import tarfile
import unicodedata
import zipfile
import zlib

SHARED = (pathlib.Path('/tmp'), pathlib.Path('/dev/shm'), pathlib.Path('/var/tmp'))
LARGE = 4 << 20  # no document of these tests is; another program's may be, in a shared folder
ENCODINGS = ('utf-8', 'utf-16-le', 'utf-16-be', 'latin-1')


def syllables(count):
    return ''.join(random.choice('bdfgklmnprstv') + random.choice('aeiouy') for _ in range(count))


class Canary:
    """A youth whose names are drawn anew each time, so that a file from another run is no alarm."""

    def __init__(self, number):
        self.number = number
        self.family = 'Åker' + syllables(4) + 'sköld'
        self.given = 'Gö' + syllables(4)
        self.street = 'Ö' + syllables(4) + 'vägen 7'
        self.email = syllables(5) + '@example.se'

    @property
    def words(self):
        return [self.family, self.given, self.street, self.email]

    @property
    def numbers(self):
        return [self.number, self.number.replace('-', ''), self.number[2:]]

    @staticmethod
    def lists(folder, *canaries):
        """The files they come from: the list of IST and the one of contact details."""
        people, contacts = folder / 'ist.csv', folder / 'contacts.csv'
        rows = ['Personnummer;Efternamn;Förnamn;Registreringsdatum;Gatuadress;Postnummer;Postort']
        rows += [f'{c.number};{c.family};{c.given};2026-11-02;{c.street};543 30;Tibro' for c in canaries]
        people.write_text('\n'.join(rows) + '\n')
        rows = ['Personnummer;Mobil;E-post', *(f'{c.number};070-174 06 05;{c.email}' for c in canaries)]
        contacts.write_text('\n'.join(rows) + '\n')
        return people, contacts


def patterns(words):
    """Each word as bytes: every encoding, case and composition a program is likely to write."""
    found = {}
    for word in words:
        for form in {word, word.lower(), word.upper(), unicodedata.normalize('NFD', word)}:
            for encoding in ENCODINGS:
                found.setdefault(form.encode(encoding, errors='ignore'), word)
    return {pattern: word for pattern, word in found.items() if len(pattern) > 4}


def texts_in_pdf(path):
    """The text of the pages and the unpacked objects; a document cut short gives what it can."""
    for command in (['pdftotext', '-q', str(path), '-'], ['qpdf', '--qdf', '--object-streams=disable', str(path), '-']):
        yield subprocess.run(command, capture_output=True, check=False).stdout


def inflated(data):
    """What zlib streams inside hold, wherever they begin: parts of a broken PDF, for one."""
    for match in re.finditer(rb'stream\r?\n', data):
        try:
            yield zlib.decompressobj().decompress(data[match.end():])
        except zlib.error:
            continue


def layers(data, path=None):
    """The bytes themselves and what is packed in them."""
    yield data
    if data[:5] == b'%PDF-':
        if path is not None and len(data) < LARGE:
            yield from texts_in_pdf(path)
        yield from inflated(data)
    elif data[:2] == b'\x1f\x8b':
        try:
            yield from layers(gzip.decompress(data))
        except (OSError, EOFError, zlib.error):
            pass
    elif data[:4] == b'PK\x03\x04':
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield name.encode()
                    yield from layers(archive.read(name))
        except (zipfile.BadZipFile, zlib.error):
            pass
    elif data[257:262] == b'ustar':
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive.getmembers():
                if member.isfile():
                    yield from layers(archive.extractfile(member).read())


def words_in(data, wanted, path=None):
    return {word for layer in layers(data, path) for pattern, word in wanted.items() if pattern in layer}


def files_under(*folders, since=None):
    """Every name under some folders; only what was made, changed or moved after `since` if given.
    The shared folders may hold a great many, so find looks through them."""
    newer = ['-cnewer', str(since)] if since else []
    found = subprocess.run(['find', *map(str, folders), *newer, '-print0'], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, check=False).stdout
    return [pathlib.Path(os.fsdecode(name)) for name in found.split(b'\0') if name]


def mark_in(folder):
    """A file whose time lies before that of any file made from now on."""
    mark, later = folder / '.mark', folder / '.later'
    mark.touch()
    while True:
        later.touch()
        if later.stat().st_ctime_ns > mark.stat().st_ctime_ns:
            later.unlink()
            return mark


class Watch:
    """Folders of the test's own, searched whole, and the shared ones, where only what is new since
    now counts and only `words` (which no other program on the machine can write) are looked for.
    `sources` are where the words came from, and are left out."""

    def __init__(self, folders, words, numbers=(), sources=()):
        self.folders = [pathlib.Path(folder) for folder in folders]
        self.sources = [pathlib.Path(source) for source in sources]
        self.wanted = patterns(words)
        self.wanted_here = patterns([*words, *numbers])
        self.mark = mark_in(self.folders[0])

    def _look(self, path, wanted):
        """The words in a file's name and content; sockets and the like have none."""
        words = words_in(str(path).encode(errors='surrogateescape'), wanted)
        try:
            if stat.S_ISLNK(path.lstat().st_mode):
                words |= words_in(os.readlink(path).encode(errors='surrogateescape'), wanted)
            elif stat.S_ISREG(path.lstat().st_mode):
                words |= words_in(path.read_bytes(), wanted, path)
        except (FileNotFoundError, PermissionError):
            pass  # it was another program's, and is gone
        return words

    def _is_elsewhere(self, path):
        return not any(folder == path or folder in path.parents for folder in self.folders + self.sources)

    def leaks(self, allowed=()):
        """{path: words} for each file that holds any, `allowed` ones apart."""
        allowed = {pathlib.Path(path) for path in allowed}
        found = {}
        for folder in self.folders:
            assert folder.is_dir(), f'{folder} is not there to be searched'
        for path in files_under(*self.folders):
            found[path] = self._look(path, self.wanted_here)
        for path in files_under(*SHARED, since=self.mark):
            if self._is_elsewhere(path):
                found[path] = self._look(path, self.wanted)
        return {path: words for path, words in found.items() if words and path not in allowed}

    def leaks_of_process(self, pid):
        """What others may read of a running process: its command line, surroundings and names, and
        the files it holds open that no folder lists."""
        process = pathlib.Path('/proc', str(pid))
        found = {name: words_in((process / name).read_bytes(), self.wanted_here)
                 for name in ('cmdline', 'environ', 'comm')}
        for link in (process / 'fd').iterdir():
            try:
                target = os.readlink(link)
                found[target] = words_in(target.encode(), self.wanted_here)
                if target.endswith(' (deleted)') and not target.startswith('/memfd:') and link.is_file():
                    found[target] |= words_in(link.read_bytes(), self.wanted_here)
            except FileNotFoundError:
                continue
        return {name: words for name, words in found.items() if words}


assert shutil.which('pdftotext') and shutil.which('qpdf'), 'poppler-utils and qpdf are needed to look into PDFs'
