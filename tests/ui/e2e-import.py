"""A list from file to register by keyboard, on the real program: a wrong file is refused in words, the
right one is recognised, one column is corrected, the list is tried, taken in and undone; the rows that
were left out are saved. A name drawn for this run is in no window title, in no list of recent files,
and on no disk but in the file that was asked for."""
import os
import pathlib
import re
import shutil
import sys
import tempfile
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'cli')]

from atspi_driver import App  # noqa: E402  pylint: disable=wrong-import-position
from canary import Canary, Watch  # noqa: E402  pylint: disable=wrong-import-position
from tjcli import PASSPHRASE, PROGRAM, run  # noqa: E402  pylint: disable=wrong-import-position

TODAY = '2026-11-18'
HOME = pathlib.Path(os.environ['HOME'])
REJECTED = HOME / 'avvisade.csv'


class Story:
    """What one step hands to the next."""

    def __init__(self):
        self.source = pathlib.Path(tempfile.mkdtemp(prefix='tjugo-source-', dir='/tmp'))
        self.sought, self.other = Canary('20070626-2383'), Canary('20100928-2383')
        self.list, self.wrong = self.source / 'lista.csv', self.source / 'fel.csv'
        self.wrong.write_text('Artikel;Antal\nPenna;3\n', encoding='utf-8')
        rows = ['Ärende;Efternamn;Förnamn;Gata',
                f'20070626-2383;{self.sought.family};{self.sought.given};{self.sought.street} 1',
                f'20100928-2384;{self.other.family};{self.other.given};{self.other.street} 2']
        self.list.write_text('\n'.join(rows) + '\n', encoding='cp1252')
        words = self.sought.words + self.other.words
        numbers = [form for canary in (self.sought, self.other) for form in canary.numbers]
        self.watch = Watch([HOME], words, numbers, sources=[self.source])
        run('init', '--municipality', '1472', '--today', TODAY, '--format', 'json')
        self.app = App(PROGRAM, '--today', TODAY, passphrase=PASSPHRASE)

    def no_title_holds_a_name(self):
        titles = self.app.titles()
        for word in self.sought.words + self.other.words + ['lista.csv']:
            assert word not in titles, 'a window title holds a name'

    def choose(self, path):
        self.app.wait_window('Läs in fil')
        self.app.press('slash')
        self.app.wait(lambda: self.app.focused() and self.app.focused().role in ('text', 'entry'), 'the path')
        self.app.press('ctrl+a')
        self.app.type(str(path))
        self.app.press('Return')
        self.app.wait_window_gone('Läs in fil')


def an_empty_register_leads_to_the_screen(story):
    app = story.app
    app.push('push button', 'Läs in en lista')
    app.wait_for('label', 'Släpp en lista här')
    app.push('push button', 'Välj fil…')
    story.choose(story.wrong)


def a_wrong_file_is_told_in_words(story):
    app = story.app
    app.wait_text('Rubrikerna passar ingen lista som Tjugo känner till.')
    app.screenshot('import-wrong')
    app.press('ctrl+o')
    story.choose(story.list)


def a_column_is_corrected(story):
    app = story.app
    app.wait_for('label', 'Ärende')
    app.tab_to('combo box', 'Slag av lista')
    app.press('Return')
    app.wait(lambda: app.focused() and app.focused().role == 'list item', 'the kinds of list')
    app.press('Home')
    while app.focused().texts() != ['IST: ungdomar att åtgärda']:
        before = app.focused().texts()
        app.press('Down')
        app.wait(lambda said=before: app.focused() and app.focused().texts() != said, 'the next kind')
    app.press('Return')
    app.wait_text('Listan har ingen kolumn för: Personnummer')
    app.push('push button', 'Vad Ärende innehåller')
    for key, field in ((None, 'Läses inte'), ('Down', 'Personnummer')):
        if key:
            app.press(key)
        app.wait(lambda said=field: app.focused() and app.focused().texts() == [said], f'the field {field}')
    app.press('Return')
    app.wait(lambda: not app.find('label', re.compile('ingen kolumn för')), 'the list to be complete')
    story.no_title_holds_a_name()
    app.screenshot('import-columns')


def the_list_is_tried(story):
    app = story.app
    app.push('push button', 'Se vad som skulle hända')
    app.wait_for('label', '2 rader: 1 ny, 1 avvisad')
    app.wait_for('list item', 'Nya: 1')
    app.screenshot('import-review')


def rejected_rows_are_saved(story):
    app = story.app
    app.tab_to('list item', re.compile('Nya: 1'))
    app.press('Down', 'Down', 'Down', 'Down', 'Return')
    app.wait_for('label', f'{story.other.given} {story.other.family}')
    app.push('push button', 'Spara raderna…')
    app.choose_file('Spara avvisade rader', REJECTED)
    app.wait_for('label', 'De avvisade raderna sparades')
    assert story.other.family in REJECTED.read_text(encoding='utf-8-sig')
    assert story.sought.family not in REJECTED.read_text(encoding='utf-8-sig')


def the_list_is_taken_in(story):
    app = story.app
    app.push('push button', 'Läs in 1 rad')
    app.wait_for('label', 'Listan är inläst')
    story.no_title_holds_a_name()
    app.screenshot('import-done')


def it_is_undone(story):
    app = story.app
    app.push('push button', 'Ångra inläsningen')
    app.wait_for('label', 'Inläsningen är ångrad')
    app.wait_for('label', 'Släpp en lista här')


def it_ends_without_a_complaint(story):
    story.app.quit()


def nothing_is_left_but_the_file_asked_for(story):
    assert run('list', '--today', TODAY, '--format', 'json').json == []
    found = story.watch.leaks()
    assert set(found) == {REJECTED}, found
    recent = HOME / '.local/share/recently-used.xbel'
    assert not recent.exists() or 'lista.csv' not in recent.read_text(encoding='utf-8')


STEPS = [an_empty_register_leads_to_the_screen, a_wrong_file_is_told_in_words, a_column_is_corrected,
         the_list_is_tried, rejected_rows_are_saved, the_list_is_taken_in, it_is_undone,
         it_ends_without_a_complaint, nothing_is_left_but_the_file_asked_for]


def main():
    story = Story()
    print(f'1..{len(STEPS)}')
    with story.app:
        for number, step in enumerate(STEPS, 1):
            try:
                step(story)
            except Exception:  # pylint: disable=broad-except
                story.app.screenshot('failure')
                print(f'not ok {number} - {step.__name__.replace("_", "-")}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
                print('Bail out! the story cannot go on')
                return 1
            print(f'ok {number} - {step.__name__.replace("_", "-")}', flush=True)
    shutil.rmtree(story.source)
    return 0


sys.exit(main())
