"""What the tests of the project itself share: where the source is, which files it has, C read
roughly, and TAP. A rule is a function from a folder to its findings, so that each test first plants
a breach in a scratch folder and sees it found, then asks the same of the real source."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ.get('TJ_TEST_SOURCE') or pathlib.Path(__file__).parents[2])
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


class Tap:
    """Numbers the cases and says at the end whether all held."""

    def __init__(self):
        self.number = 0
        self.failed = 0

    def case(self, name, findings=()):
        """One case: it holds when there are no findings; they are printed as diagnostics."""
        self.number += 1
        findings = list(findings)
        self.failed += bool(findings)
        print(f'{"not ok" if findings else "ok"} {self.number} - {name}')
        for finding in findings[:40]:
            print('#', finding)

    def holds(self, name, rule, breaches, root=SOURCE):
        """The rule finds each planted breach ({path: text} for one breach each), and none in the source."""
        for title, files in breaches.items():
            with tempfile.TemporaryDirectory() as folder:
                plant(pathlib.Path(folder), files)
                found = list(rule(pathlib.Path(folder)))
                self.case(f'{name}/a-breach-is-found/{title}', [] if found else ['the rule saw nothing'])
        self.case(f'{name}/holds', rule(root))

    def finish(self):
        print(f'1..{self.number}')
        sys.exit(1 if self.failed else 0)


def plant(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')


def tree(root=SOURCE):
    """Every file that belongs to the source, relative to it; build folders are not part of it."""
    if (root / '.git').exists():
        listing = subprocess.run(['git', '-C', str(root), '-c', f'safe.directory={root}', 'ls-files', '-z',
                                  '--cached', '--others', '--exclude-standard'],
                                 capture_output=True, text=True, check=False)
        if listing.returncode == 0:
            return sorted(pathlib.Path(name) for name in set(listing.stdout.split('\0')) if name and (root / name).is_file())
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [f for f in folders if f in ('build-aux', '.ci') or not f.startswith(('build', '.', '__pycache__'))]
        found += [pathlib.Path(folder, name).relative_to(root) for name in names]
    return sorted(found)


def sources(root, *suffixes, under='src'):
    return sorted(p.relative_to(root) for p in (root / under).rglob('*') if p.suffix in suffixes)


def read(root, path):
    return (root / path).read_text(encoding='utf-8')


def without_comments(text):
    """The text with comments blanked, line numbers kept; strings stay."""
    def blank(match):
        return match[0] if match[0][0] in '"\'' else re.sub(r'[^\n]', ' ', match[0])
    return COMMENT_OR_STRING.sub(blank, text)


def strings(text):
    """(line, literal) of each string in C text."""
    bare = without_comments(text)
    for match in COMMENT_OR_STRING.finditer(bare):
        if match[0][0] == '"':
            yield bare.count('\n', 0, match.start()) + 1, match[0][1:-1]
