"""The whole path by keyboard, on the real program: an empty home, the first run, a list imported, a
youth sought and called, letters looked at, saved and logged; locked and opened again. All the while
names drawn for this run stay out of window titles, and in the end they are in the saved PDF and
nowhere else on disk."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'cli')]

from atspi_driver import App, clipboards  # noqa: E402  pylint: disable=wrong-import-position
from canary import Canary, Watch  # noqa: E402  pylint: disable=wrong-import-position
from tjcli import PASSPHRASE, PROGRAM, run  # noqa: E402  pylint: disable=wrong-import-position

TODAY = '2026-11-18'
HOME = pathlib.Path(os.environ['HOME'])
REGISTER = pathlib.Path(os.environ['XDG_DATA_HOME'], 'tjugo')
PRINTED, SAVED = HOME / 'utskrift.pdf', HOME / 'brev.pdf'


class Story:
    """What one step hands to the next."""

    def __init__(self):
        self.source = pathlib.Path(tempfile.mkdtemp(prefix='tjugo-source-', dir='/tmp'))
        self.sought, self.other = Canary('20070626-2383'), Canary('20100928-2383')
        words = self.sought.words + self.other.words
        numbers = [form for canary in (self.sought, self.other) for form in canary.numbers]
        self.watch = Watch([HOME], words, numbers, sources=[self.source])
        self.app = App(PROGRAM, '--today', TODAY)

    def no_title_holds_a_name(self):
        titles = self.app.titles()
        assert 'Tjugo' in titles
        for word in self.sought.words + self.other.words:
            assert word not in titles, 'a window title holds a name'

    def unlock(self):
        self.app.tab_to('password text', 'Lösenfras')
        self.app.type(PASSPHRASE)
        self.app.press('Return')

    def wait_for_pages(self, path):
        """Waits for a file to hold a page for each of the two."""
        def text():
            return subprocess.run(['pdftotext', str(path), '-'], capture_output=True, check=False).stdout.decode()

        self.app.wait(lambda: self.sought.street in text() and self.other.street in text(), f'the pages of {path.name}')

    def open_sought(self):
        """From anywhere to the page of the one sought, as one does it: Ctrl+F, a name, Enter."""
        app = self.app
        app.press('ctrl+f')
        app.wait(lambda: app.focused().role == 'entry', 'the search')
        app.press('ctrl+a')
        app.type(self.sought.given[:-1].lower())
        app.wait(lambda: not app.find('label', re.compile(self.other.family)), 'the list to be shorter')
        app.wait_for('label', f'{self.sought.family}, {self.sought.given}')
        app.press('Return')
        app.wait(lambda: app.focused().role == 'table row', 'the row')
        app.press('Return')
        app.wait_for('label', f'{self.sought.given} {self.sought.family}')


def the_first_run_leads_to_an_open_register(story):
    app = story.app
    app.wait_text('Välkommen till Tjugo')
    app.push('push button', 'Börja')

    app.tab_to('password text', 'Lösenfras')
    app.type(PASSPHRASE)
    app.tab_to('password text', 'Samma lösenfras en gång till')
    app.type(PASSPHRASE)
    app.wait_for('push button', 'Fortsätt')
    app.press('Return')

    sheet = app.wait_for('panel', 'Återställningsnyckel')
    groups = [text for text in sheet.texts() if len(text) == 5]
    assert len(groups) == 8, groups
    asked = [node.name for node in app.windows[0].find_all('text', re.compile('^Grupp'))]
    for name in asked:
        app.tab_to('text', name)
        app.type(groups[int(name.split()[1]) - 1].lower())
    app.wait_for('push button', 'Fortsätt')
    app.press('Return')

    app.wait_text('Din kommun')
    app.push('push button', 'Kommun')
    app.wait(lambda: app.focused().role != 'push button', 'the list of municipalities')
    app.type('Tibr')
    chooser = app.find('combo box', 'Kommun')
    app.wait(lambda: [row.texts() for row in chooser.find_all('list item')] == [['Tibro kommun']], 'one municipality')
    app.press('Down')
    app.wait(lambda: app.focused().role == 'list item', 'the first of the list')
    app.press('Return')
    app.wait_for('label', 'Tibro kommun')
    app.push('check box', 'Tibro')
    app.push('push button', 'Skapa registret')
    app.wait_for('label', 'Inga ungdomar ännu')
    assert {'register.db', 'register.keys'} <= {path.name for path in REGISTER.iterdir()}
    app.screenshot('first-run')


def locking_lets_a_list_in_by_command(story):
    story.app.press('ctrl+l')
    story.app.wait_for('password text', 'Lösenfras')
    people, contacts = Canary.lists(story.source, story.sought, story.other)
    for source, path in (('ist', people), ('contacts', contacts)):
        run('import', source, path, '--today', TODAY, '--format', 'json')
    story.no_title_holds_a_name()


def a_wrong_passphrase_is_told_and_kept(story):
    app = story.app
    app.tab_to('password text', 'Lösenfras')
    app.type('fel')
    app.press('Return')
    app.wait_for('alert', re.compile('öppnar inte'))
    assert len(app.find('password text', 'Lösenfras').text) == 3
    app.press('ctrl+a')
    story.unlock()


def today_says_what_is_due_and_its_numbers_open_lists(story):
    app = story.app
    app.wait_for('label', 'Onsdag 18 november 2026')
    app.wait_for('push button', 'Brev 1: 2')
    story.no_title_holds_a_name()
    app.screenshot('today')
    app.push('push button', 'Brev 1: 2')
    app.wait_for('label', f'{story.other.family}, {story.other.given}')
    app.wait_for('label', '2 ungdomar')


def search_leads_to_a_youth(story):
    story.open_sought()
    story.app.wait_text('Härnäst: Sms, telefon eller e-post')
    story.app.wait_text(story.sought.street)
    story.no_title_holds_a_name()
    story.app.screenshot('youth')


def a_contact_is_logged(story):
    app = story.app
    app.press('k')
    app.wait(lambda: app.focused() and app.focused().name == 'Hur', 'the form')
    app.screenshot('form')
    app.press('ctrl+Return')
    app.wait_text('Kontakten')
    app.wait_for('panel', '18 nov: Telefon, inget svar')


def letters_are_previewed(story):
    app = story.app
    app.press('ctrl+3')
    app.wait_for('check box', f'{story.other.given} {story.other.family}')
    app.wait_for('image', re.compile('^Sida 1 av'))
    story.no_title_holds_a_name()
    app.screenshot('letters')


def letters_are_printed_to_a_file(story):
    """GTK's printer that writes a file: all of printing but the paper. What did not come out well is
    not logged."""
    app = story.app
    app.press('ctrl+p')
    app.wait_window('Skriv ut')
    app.push('table row')
    app.wait(lambda: any(app.windows[0].find_all('push button', re.compile('[.]pdf$'))), 'the name of the file')
    app.push('push button', re.compile('[.]pdf$'))
    app.wait(lambda: len(app.windows) == 3, 'the file chooser')
    app.choose_file(app.windows[0].name, PRINTED)
    app.push('push button', 'Skriv ut')
    app.wait_for('label', 'Blev alla 2 brev utskrivna?')
    app.screenshot('question')
    story.no_title_holds_a_name()
    app.push('push button', 'Nej')
    app.wait_for('check box', f'{story.sought.given} {story.sought.family}')
    story.wait_for_pages(PRINTED)


def letters_are_saved_and_logged(story):
    app = story.app
    app.push('push button', 'Spara som PDF…')
    app.choose_file('Spara som PDF', SAVED)
    app.wait_for('label', 'Blev alla 2 brev utskrivna?')
    app.push('push button', 'Ja, logga alla')
    app.wait_for('label', '2 brev loggade som skickade')
    app.wait_for('label', 'Inga brev att skriva')
    story.no_title_holds_a_name()
    story.wait_for_pages(SAVED)
    app.screenshot('logged')


def what_was_done_is_there_after_locking(story):
    app = story.app
    story.open_sought()
    app.wait_text(': Brev 2 senast')
    assert not story.watch.leaks_of_process(app.process.pid)
    app.press('ctrl+l')
    app.wait_for('label', 'Registret är låst')
    assert not any(clipboards()), 'a clipboard outlives the lock'
    assert not story.watch.leaks_of_process(app.process.pid)
    story.unlock()
    app.wait_for('label', f'{story.sought.given} {story.sought.family}')
    app.wait_for('panel', '18 nov: Brev 1, skickat')
    story.no_title_holds_a_name()


def it_ends_without_a_complaint(story):
    story.app.quit()


def the_commands_say_the_same(story):
    shown = run('show', story.sought.number, '--today', TODAY, '--format', 'json').json
    assert [c['letter_kind'] for c in shown['contacts']].count('brev1') == 1, shown['contacts']
    assert [c['channel'] for c in shown['contacts']].count('phone') == 1, shown['contacts']
    assert run('letters', '--today', TODAY, '--format', 'json', '--output', HOME / 'none.pdf').json['pages'] == 0
    assert run('verify', '--format', 'json').json == {'verified': True}


def names_are_in_the_letters_and_nowhere_else(story):
    found = story.watch.leaks()
    assert set(found) == {PRINTED, SAVED}, found
    for path, words in found.items():
        assert {story.sought.family, story.other.family} <= words, f'the search does not see into {path}'


STEPS = [the_first_run_leads_to_an_open_register, locking_lets_a_list_in_by_command,
         a_wrong_passphrase_is_told_and_kept, today_says_what_is_due_and_its_numbers_open_lists,
         search_leads_to_a_youth, a_contact_is_logged, letters_are_previewed,
         letters_are_printed_to_a_file, letters_are_saved_and_logged, what_was_done_is_there_after_locking,
         it_ends_without_a_complaint, the_commands_say_the_same, names_are_in_the_letters_and_nowhere_else]


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
