#!/usr/bin/python3
"""Nothing in the tree leans on the machine it was written on: no path of a workplace, no registry's
host, no build product, no binary that has a source."""
import re

from tjproject import Tap, tree

# Written apart, so that this file does not find itself.
PLACES = [re.compile(p) for p in (
    r'(?<![\w/.-])/' + r'work/', r'(?<![\w])\.\./' + r'shared\b', r'(?<![\w-])shared/' + r'(domain|samples|hooks|[A-Z])',
    r'(?<!\w)/' + r'root/', r'(?<![\w:])/' + r'home/(?!$)\w', r'\bdeb\.' + r'debian\.org', r'\bsnapshot\.' + r'debian\.org',
    r'registry\.' + r'npmjs', r'file:///' + r'(?!usr)\w',
)]
PRODUCT = re.compile(r'\.(o|a|so|mo|pot|gmo|pyc|gresource|orig|rej|bak|log)$|~$|(^|/)core$')
BINARY = ('.png', '.ttf', '.otf', '.icc', '.xlsx', '.xls', '.ods', '.pdf', '.gz', '.db', '.keys', '.csv')


def text_of(root, path):
    data = (root / path).read_bytes()
    return None if b'\0' in data else data.decode('utf-8', errors='replace')


def places(root):
    for path in tree(root):
        text = text_of(root, path)
        if text is None or path.suffix in BINARY:
            continue
        for number, line in enumerate(text.split('\n'), 1):
            if any(p.search(line) for p in PLACES):
                yield f'{path}:{number}'


def products(root):
    for path in tree(root):
        if PRODUCT.search(str(path)):
            yield f'{path} is made, not written'
        elif text_of(root, path) is None and path.suffix not in BINARY:
            yield f'{path} is binary'


def tidy(root):
    """Text ends in one line feed and carries no trailing blanks, as .editorconfig says."""
    for path in tree(root):
        if path.suffix not in ('.c', '.h', '.py', '.build', '.ui', '.sh', '.sql'):
            continue
        text = text_of(root, path) or ''
        if text and not text.endswith('\n'):
            yield f'{path} does not end in a line feed'
        for number, line in enumerate(text.split('\n'), 1):
            if line != line.rstrip() or '\r' in line:
                yield f'{path}:{number} has trailing blanks'


def main():
    tap = Tap()
    tap.holds('/tree/places', places, {
        'workplace': {'src/a.c': '/* see /' + 'work/x */\n'},
        'shared': {'tests/a.py': 'open("../sha' + 'red/samples/ist.csv")\n'},
    })
    tap.holds('/tree/products', products, {
        'object': {'src/a.o': 'x'},
        'binary': {'data/a.bin': 'a\0b'},
    })
    tap.holds('/tree/tidy', tidy, {
        'no-line-feed': {'src/a.c': 'x'},
        'blanks': {'src/a.c': 'x \n'},
    })
    tap.finish()


main()
