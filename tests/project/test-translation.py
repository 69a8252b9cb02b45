#!/usr/bin/python3
"""The Swedish translation is whole: every string a person can meet is listed, extracted and translated."""
import pathlib
import re
import subprocess
import tempfile

from tjproject import SOURCE, Tap, plant, read, tree, without_comments

CALL = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
MARKED = {'.ui': 'translatable="', '.in': '', '.xml': '<summary>'}
# What meson's preset for GLib programs gives xgettext.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2']
NOT_OURS = re.compile(r'\.service\.in$')


def translatable(root, path):
    if path.suffix in ('.c', '.h'):
        return CALL.search(without_comments(read(root, path))) is not None
    if path.suffix == '.in' and path.name.endswith(('.desktop.in', '.metainfo.xml.in')):
        return True
    return path.suffix in ('.ui', '.xml') and MARKED[path.suffix] in read(root, path)


def candidates(root):
    return [p for p in tree(root) if p.parts[0] in ('src', 'ui', 'data') and translatable(root, p)]


def listed(root):
    lines = (line.strip() for line in read(root, 'po/POTFILES').splitlines())
    return [pathlib.Path(line) for line in lines if line and not line.startswith('#')]


def potfiles(root):
    names = listed(root)
    for path in candidates(root):
        if path not in names:
            yield f'{path} has strings but is not in po/POTFILES'
    for path in names:
        if not (root / path).is_file():
            yield f'po/POTFILES names {path}, which is not there'


def run(root, *command):
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def extract(root, target):
    names = [str(p) for p in listed(root)]
    if not names:
        return
    done = run(root, 'xgettext', '--from-code=UTF-8', '-o', str(target), *(f'--keyword={k}' for k in KEYWORDS), *names)
    if done.returncode:
        raise RuntimeError(done.stderr)


def complete(root):
    """msgcmp names each string that sv.po lacks, leaves empty or has as fuzzy."""
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder, 'tjugo.pot')
        extract(root, pot)
        if pot.exists():
            done = run(root, 'msgcmp', 'po/sv.po', str(pot))
            if done.returncode:
                yield from done.stderr.splitlines()


def well_formed(root):
    done = run(root, 'msgfmt', '--check', '--output-file=/dev/null', 'po/sv.po')
    if done.returncode:
        yield from done.stderr.splitlines()


HEADER = 'msgid ""\nmsgstr "Language: sv\\nContent-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
ONE = {'src/a.c': 'x = _("Letters");\n', 'po/POTFILES': 'src/a.c\n'}


def main():
    tap = Tap()
    tap.holds('/translation/potfiles', potfiles, {
        'a-source-is-forgotten': {'src/a.c': 'x = _("Letters");\n', 'po/POTFILES': ''},
        'a-screen-is-forgotten': {'ui/a.ui': '<p translatable="yes">Letters</p>', 'po/POTFILES': ''},
        'a-source-is-gone': {'po/POTFILES': 'src/a.c\n'},
    })
    tap.holds('/translation/complete', complete, {
        'missing': ONE | {'po/sv.po': HEADER},
        'empty': ONE | {'po/sv.po': HEADER + 'msgid "Letters"\nmsgstr ""\n'},
        'fuzzy': ONE | {'po/sv.po': HEADER + '#, fuzzy\nmsgid "Letters"\nmsgstr "Brev"\n'},
    })
    tap.holds('/translation/well-formed', well_formed, {
        'format': {'po/sv.po': HEADER + '#, c-format\nmsgid "%d letters"\nmsgstr "%s brev"\n'},
    })
    tap.finish()


main()
