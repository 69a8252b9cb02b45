#!/usr/bin/python3
"""What the desktop reads is what the standards' own checkers accept: desktop entry, metainfo, settings
schema, Builder files, icons, man page."""
import os
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

from tjproject import SOURCE, Tap, read, sources, tree

APP_ID = 'se.tjugo.Tjugo'
BUILD = pathlib.Path(os.environ['TJ_TEST_BUILD'])


def complaints(*command):
    """What a checker says when it is not content, a line each."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=SOURCE)
    return (done.stdout + done.stderr).splitlines() or ['refused'] if done.returncode else []


def swedish():
    """The merged files carry the translation."""
    if 'Comment[sv]=' not in (BUILD / 'data' / f'{APP_ID}.desktop').read_text(encoding='utf-8'):
        yield 'the desktop entry has no Swedish comment'
    if 'xml:lang="sv"' not in (BUILD / 'data' / f'{APP_ID}.metainfo.xml').read_text(encoding='utf-8'):
        yield 'the metainfo has no Swedish text'


def metainfo():
    """Errors and warnings; a home page is the one thing that the project has none of."""
    path = BUILD / 'data' / f'{APP_ID}.metainfo.xml'
    done = subprocess.run(['appstreamcli', 'validate', '--no-net', '--no-color', str(path)], capture_output=True, text=True, check=False)
    if 'alidation' not in done.stdout:
        yield 'appstreamcli did not validate'
    for line in done.stdout.splitlines():
        if line.startswith(('E:', 'W:')) and 'url-homepage-missing' not in line:
            yield line


def schema():
    with tempfile.TemporaryDirectory() as folder:
        return complaints('glib-compile-schemas', '--strict', '--dry-run', f'--targetdir={folder}', str(SOURCE / 'data'))


def settings_are_about_the_window():
    """Only how the window and the columns of its list stood may be kept outside the encrypted register."""
    for key in ElementTree.parse(SOURCE / 'data' / f'{APP_ID}.gschema.xml').iter('key'):
        if not key.get('name').startswith(('window-', 'youths-')):
            yield key.get('name')


def builder_files():
    files = [str(p) for p in tree() if p.suffix in ('.ui', '.svg') or p.name.endswith('.xml')]
    return complaints('xmllint', '--noout', '--nonet', *files) if files else ['no XML file']


def builder_names():
    """A template's file has its class's name (the cells of a list are all GtkListItem), and the file stands
    in the gresource list."""
    lists = '\n'.join(read(SOURCE, p) for p in tree() if p.name.endswith('.gresource.xml'))
    for path in sources(SOURCE, '.ui', under='ui'):
        template = re.search(r'<template\s+class="(\w+)"', read(SOURCE, path))
        if template and template[1] != 'GtkListItem' and re.sub(r'(?<!^)(?=[A-Z])', '-', template[1]).lower() != path.stem:
            yield f'{path} holds {template[1]}'
        if path.name not in lists:
            yield f'{path} is in no gresource list'


def icons():
    for path in (SOURCE / 'data/icons').rglob('*.svg'):
        text = path.read_text(encoding='utf-8')
        if '<text' in text or '<image' in text or 'href' in text:
            yield f'{path.name} leans on a font or another file'


def manual():
    yield from complaints('man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', str(SOURCE / 'data/tjugo.1')) \
        if pathlib.Path('/usr/bin/man').exists() else []
    text = read(SOURCE, 'data/tjugo.1').replace('\\-', '-')
    for word in ('init', 'demo', 'import', 'list', 'due', 'show', 'contact', 'letters', 'verify', 'key',
                 '--register', '--today', '--passphrase-fd', '--format', 'EXIT STATUS'):
        if word not in text:
            yield f'the manual says nothing of {word}'


def main():
    tap = Tap()
    tap.case('/data/desktop-entry', complaints('desktop-file-validate', '--warn-kde', str(BUILD / 'data' / f'{APP_ID}.desktop')))
    tap.case('/data/metainfo', metainfo())
    tap.case('/data/both-speak-swedish', swedish())
    tap.case('/data/settings-schema-compiles', schema())
    tap.case('/data/settings-are-about-the-window', settings_are_about_the_window())
    tap.case('/data/xml-is-well-formed', builder_files())
    tap.case('/data/builder-files-bear-their-class', builder_names())
    tap.case('/data/icons-stand-alone', icons())
    tap.case('/data/manual-names-every-command', manual())
    tap.finish()


main()
