#!/usr/bin/python3
"""Holds the house of docs/ARCHITECTURE.md over the sources: who may include whom, where GTK, SQL and
the other parts may be met."""
import pathlib
import re

from tjproject import Tap, read, sources, strings, without_comments

# What each folder of src may include, beside itself. vault and store, exchange and paper, cli and app
# are blind to each other.
SEES = {
    'core': set(),
    'model': {'core'},
    'vault': {'core'},
    'store': {'core', 'model'},
    'exchange': {'core', 'model', 'store'},
    'paper': {'core'},
    'context': {'core', 'model', 'vault', 'store', 'exchange', 'paper'},
    'cli': {'core', 'model', 'vault', 'store', 'exchange', 'paper', 'context'},
    'app': {'core', 'model', 'vault', 'store', 'exchange', 'paper', 'context'},
    '': {'cli', 'app', 'context', 'core'},
}
# Parts from outside, and the folders that may include them.
PARTS = {
    r'gtk/|adwaita\.h|gdk/|gsk/': {'app'},
    r'poppler': {'app'},
    r'sqlite|sqlcipher': {'store'},
    r'sodium': {'vault', 'store'},
    r'libsecret': {'vault'},
    r'cairo|pango': {'paper', 'app'},
    r'hb|fontconfig|zlib': {'paper'},
    r'archive|libxml/': {'exchange'},
    r'json-glib': {'store', 'exchange', 'context', 'cli', 'model', 'app'},
    r'gio/|glib-object|gobject': {'model', 'vault', 'store', 'exchange', 'paper', 'context', 'cli', 'app', ''},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.MULTILINE)
SQL = re.compile(r'\bSELECT\b.*|\bINSERT (OR \w+ )?INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b|\bCREATE (TABLE|INDEX|VIEW|TRIGGER)\b'
                 r'|\bPRAGMA\b|\bSAVEPOINT\b|\bROLLBACK\b')
SQL_ANY_CASE = re.compile(r'\binsert into\b|\bdelete from\b|\bcreate table\b|\bpragma \w', re.IGNORECASE)


def folder_of(path):
    return path.parts[1] if len(path.parts) > 2 else ''


def includes(root):
    for path in sources(root, '.c', '.h'):
        for match in INCLUDE.finditer(without_comments(read(root, path))):
            yield path, match[1], match[2]


def inner(root):
    """Includes of the project's own headers go down the house only."""
    owner = {}
    for path in sources(root, '.h'):
        owner.setdefault(path.name, folder_of(path))
    for path, mark, name in includes(root):
        here, there = folder_of(path), owner.get(pathlib.PurePath(name).name)
        if mark == '"' and there is not None and there != here and there not in SEES.get(here, set()):
            yield f'{path} includes {name} of src/{there}'


def outer(root):
    """Parts from outside are met only where the design has them."""
    for path, _, name in includes(root):
        for pattern, allowed in PARTS.items():
            if re.match(pattern, name) and folder_of(path) not in allowed:
                yield f'{path} includes {name}'


def sql(root):
    """No SQL in a string outside src/store, and no migration outside resources/sql."""
    for path in sources(root, '.c', '.h'):
        if folder_of(path) == 'store':
            continue
        for line, literal in strings(read(root, path)):
            if SQL.search(literal) or SQL_ANY_CASE.search(literal):
                yield f'{path}:{line} holds SQL'
    for path in sources(root, '.sql', under='.'):
        if path.parts[:2] != ('resources', 'sql') and not path.parts[0].startswith('build'):
            yield f'{path} is outside resources/sql'


def headers_are_unique(root):
    """Headers are found by name alone, so no two folders may hold the same name."""
    seen = {}
    for path in sources(root, '.h'):
        if path.name in seen:
            yield f'{path} and {seen[path.name]}'
        seen[path.name] = path


def main():
    tap = Tap()
    tap.holds('/layering/include', inner, {
        'upward': {'src/core/a.c': '#include "b.h"\n', 'src/store/b.h': ''},
        'sideways': {'src/store/a.c': '#include "b.h"\n', 'src/vault/b.h': ''},
        'paper-sees-only-core': {'src/paper/a.c': '#include "b.h"\n', 'src/model/b.h': ''},
        'cli-and-app': {'src/cli/a.c': '#include "b.h"\n', 'src/app/youths/b.h': ''},
    })
    tap.holds('/layering/parts', outer, {
        'gtk-outside-app': {'src/paper/a.c': '#include <gtk/gtk.h>\n'},
        'gobject-in-core': {'src/core/a.h': '# include <glib-object.h>\n'},
        'sqlite-outside-store': {'src/context/a.c': '#include <sqlite3.h>\n'},
    })
    tap.holds('/layering/sql', sql, {
        'query-in-app': {'src/app/a.c': 'char *q = "SELECT name FROM youth";\n'},
        'pragma-in-context': {'src/context/a.c': 'x ("pragma key = 1");\n'},
        'migration-elsewhere': {'src/a.h': '', 'data/a.sql': ''},
    })
    tap.holds('/layering/header-names', headers_are_unique, {
        'twice': {'src/core/a.h': '', 'src/model/a.h': ''},
    })
    tap.finish()


main()
