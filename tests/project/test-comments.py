#!/usr/bin/python3
"""Every .c says at its top what it is for, every public function outside src/app is documented, and
no file or function has outgrown its room."""
import re

from tjproject import COMMENT_OR_STRING, Tap, read, sources, without_comments

PROTOTYPE = re.compile(r'^(?!static\b|typedef\b|#)[A-Za-z_][^;{}()=#]*?\b(tj_\w+)\s*\((?:[^()]|\([^()]*\))*\)[^;{}()]*(?:G_GNUC_\w+(?:\s*\([^)]*\))?)?\s*;',
                       re.MULTILINE)
DEFINITION = r'^{}\s*\('
LONGEST_FILE = 700
LONGEST_FUNCTION = 100
GENERATED = re.compile(r'_(get_type|quark)$')


def opens_with_purpose(root):
    for path in sources(root, '.c'):
        if not re.match(r'\s*/\*.{20,}?\*/', read(root, path), re.DOTALL):
            yield f'{path} does not open with its purpose'


def comment_ends_at(text, position):
    """Whether a comment is the last thing before position, at most a line break between."""
    return re.search(r'\*/[ \t]*\n?[ \t]*\Z', text[:position]) is not None


def definition_is_documented(text, name):
    """None when the file does not define it; otherwise whether a comment stands right above."""
    match = re.search(DEFINITION.format(name), text, re.MULTILINE)
    if not match:
        return None
    start = text.rfind('\n', 0, match.start() - 1) + 1  # the line with the return type
    while start > 0 and re.match(r'(G_GNUC_\w+|__attribute__)', text[text.rfind('\n', 0, start - 1) + 1:start]):
        start = text.rfind('\n', 0, start - 1) + 1
    return comment_ends_at(text, start)


def undocumented(root):
    bodies = {path: read(root, path) for path in sources(root, '.c')}
    for header in sources(root, '.h'):
        if header.parts[1] == 'app':
            continue
        text = read(root, header)
        for match in PROTOTYPE.finditer(without_comments(text)):
            name = match[1]
            if GENERATED.search(name) or comment_ends_at(text, match.start()):
                continue
            verdicts = [v for v in (definition_is_documented(b, name) for p, b in bodies.items()
                                    if p.parent == header.parent) if v is not None]
            if verdicts and not any(verdicts):
                yield f'{header}: {name}'


def outgrown(root):
    for path in sources(root, '.c', '.h'):
        text = without_comments(read(root, path))
        lines = text.split('\n')
        if len(lines) > LONGEST_FILE:
            yield f'{path} has {len(lines)} lines'
        start = None
        for number, line in enumerate(lines):
            if line == '{':
                start = number
            elif line == '}' and start is not None:
                if number - start > LONGEST_FUNCTION and not lines[start - 1].rstrip().endswith('Class *klass)'):
                    yield f'{path}:{start} is a function of {number - start} lines'
                start = None


def main():
    tap = Tap()
    tap.holds('/comments/purpose', opens_with_purpose, {
        'none': {'src/core/a.c': '#include "config.h"\n'},
    })
    tap.holds('/comments/public-function', undocumented, {
        'bare': {'src/core/a.h': 'int tj_a_count (TjA *self);\n', 'src/core/a.c': 'int\ntj_a_count (TjA *self)\n{\n}\n'},
        'group-comment-counts-for-one': {
            'src/core/a.h': '/* Two. */\nint tj_a (int);\nchar *tj_b (void (*f) (int),\n            int);\n',
            'src/core/a.c': '/* Not above. */\n\nchar *\ntj_b (void (*f) (int),\n      int b)\n{\n}\n'},
    })
    tap.holds('/comments/room', outgrown, {
        'file': {'src/core/a.c': '\n' * (LONGEST_FILE + 1)},
        'function': {'src/core/a.c': 'int\nf (void)\n{\n' + '  g ();\n' * (LONGEST_FUNCTION + 1) + '}\n'},
    })
    tap.finish()


main()
