"""Every screen of the real program by Tab alone: each stop has a name and a role that a reader can
say, and the walk comes round. Lists are one stop each, worked by arrows. In a demo register, so that
every screen has something on it."""
import pathlib
import re
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'cli')]

import os  # noqa: E402
import tempfile  # noqa: E402

from atspi_driver import App  # noqa: E402  pylint: disable=wrong-import-position
from tjcli import PASSPHRASE, PROGRAM, run  # noqa: E402  pylint: disable=wrong-import-position

TODAY = '2026-11-18'
# What GTK says of a widget that nobody named.
NAMELESS = re.compile(r'^$|^(Gtk|Adw|Tj)[A-Z]')
ROLELESS = ('unknown', 'filler', 'invalid')


class Walks:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='tjugo-keyboard-', dir=os.environ['HOME'])) / 'register'
        run('demo', '--people', '40', '--seed', '20', '--register', self.folder, '--today', TODAY)
        self.app = App(PROGRAM, '--register', str(self.folder), '--today', TODAY, passphrase=PASSPHRASE)
        self.app.wait_for('list item', 'Idag')

    def go(self, keys, title):
        self.app.press(keys)
        self.app.wait_for('label', title)
        self.app.wait(self.app.focused, f'the focus on {title}')

    def all_named(self, stops):
        bad = [node for node in stops if NAMELESS.search(node.name) or node.role in ROLELESS]
        assert not bad, f'nameless stops: {bad} among {stops}'
        return stops

    def walk(self, keys, title):
        self.go(keys, title)
        return self.all_named(self.app.tab_round())

    def today(self):
        stops = self.walk('ctrl+1', 'Idag')
        assert any(re.match(r'Brev 1: \d+', node.name) for node in stops), stops

    def youths(self):
        stops = self.walk('ctrl+2', 'Ungdomar')
        assert sum(node.role == 'table row' for node in stops) == 1, stops
        assert any(node.role == 'entry' for node in stops), stops
        assert sum(node.role == 'list item' for node in stops) == 1, stops

    def letters(self):
        self.walk('ctrl+3', 'Utskick')

    def school_reports(self):
        self.walk('ctrl+4', 'Skolrapporter')

    def register(self):
        self.walk('ctrl+5', 'Register')

    def sidebar_is_worked_by_arrows(self):
        app = self.app
        self.go('ctrl+2', 'Ungdomar')
        app.tab_to('list item', 'Ungdomar')
        app.press('Down')
        app.wait(lambda: app.focused().name.startswith('Åtgärdas, '), 'the next line')
        assert re.search(r'^Åtgärdas, \d+ ungdomar$', app.focused().name), app.focused()
        assert app.find('entry') is not None, 'the screen changed before it was asked for'
        app.press('Return')
        app.wait(lambda: app.focused().role == 'table row', 'the list that was opened')

    def palette(self):
        app = self.app
        app.press('ctrl+k')
        app.wait(lambda: app.focused() and app.focused().role == 'entry'
                 and app.focused().name.startswith('Gör något'), 'the palette')
        app.type('utskick')
        app.press('Down')
        app.wait(lambda: app.focused().role == 'list item', 'the first line')
        assert app.focused().name == 'Gå till Utskick', app.focused()
        app.press('Return')
        app.wait_for('label', 'Utskick')


def main():
    walks = Walks()
    cases = [walks.today, walks.youths, walks.letters, walks.school_reports, walks.register, walks.sidebar_is_worked_by_arrows,
             walks.palette]
    print(f'1..{len(cases) + 1}')
    failed = False
    with walks.app:
        for number, case in enumerate(cases, 1):
            name = case.__name__.replace('_', '-')
            try:
                case()
                print(f'ok {number} /keyboard/{name}', flush=True)
            except Exception:  # pylint: disable=broad-except
                failed = True
                walks.app.screenshot(f'keyboard-{name}')
                print(f'not ok {number} /keyboard/{name}', flush=True)
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()), flush=True)
        walks.app.quit()
        print(f'ok {len(cases) + 1} /keyboard/goes-quietly')
    sys.exit(failed)


main()
