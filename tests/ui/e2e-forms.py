"""The forms by keyboard, on the real program: bad input is told beside its field, a half-written
contact survives the program's sudden death and is nowhere in plain meanwhile, and Enter saves it."""
import os
import pathlib
import re
import shutil
import signal
import sys
import tempfile
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'cli')]

from atspi_driver import App  # noqa: E402  pylint: disable=wrong-import-position
from canary import Canary, Watch  # noqa: E402  pylint: disable=wrong-import-position
from tjcli import PASSPHRASE, PROGRAM, Register, run  # noqa: E402  pylint: disable=wrong-import-position

TODAY = '2026-11-18'
NOTE = 'Ringtezwqav lovade aterkomma'


class Story:
    """What one step hands to the next."""

    def __init__(self, register):
        self.folder = register.folder
        self.source = pathlib.Path(tempfile.mkdtemp(prefix='tjugo-source-', dir='/tmp'))
        self.youth = Canary('20070626-2383')
        people, contacts = Canary.lists(self.source, self.youth)
        for source, path in (('ist', people), ('contacts', contacts)):
            run('import', source, path, '--register', self.folder, '--today', TODAY, '--format', 'json')
        self.watch = Watch([self.folder, pathlib.Path(os.environ['HOME'])], NOTE.split()[:1], [], sources=[self.source])
        self.app = None
        self.open()

    def open(self):
        self.app = App(PROGRAM, f'--register={self.folder}', f'--today={TODAY}', '--screen=youth:1+contact',
                       passphrase=PASSPHRASE)
        self.app.wait_for('label', f'{self.youth.given} {self.youth.family}')

    def field(self, name):
        """The text field called so, focused, whatever was in it selected."""
        node = self.app.tab_to('text', name)
        self.app.press('ctrl+a')
        return node

    def drafts(self):
        folder = self.folder / 'drafts'
        return list(folder.iterdir()) if folder.is_dir() else []


def letters_choose_in_the_fields(story):
    app = story.app
    app.press('k')
    app.wait(lambda: app.focused() and app.focused().name == 'Hur', 'the form')
    app.press('m')
    app.wait(lambda: app.focused().description == 'Möte', 'the meeting')
    app.press('t')
    app.wait(lambda: app.focused().description == 'Telefon', 'the phone')
    app.press('Tab')
    app.wait(lambda: app.focused().name == 'Utfall', 'the outcome')
    app.press('i')
    app.wait(lambda: app.focused().description == 'Inget svar', 'no answer')


def a_bad_date_is_told_beside_it(story):
    app = story.app
    field = story.field('Datum')
    app.type('nyss')
    app.wait(lambda: field.description.startswith('Skriv datumet som'), 'what is wrong')
    app.wait_gone('push button', 'Spara kontakten')
    app.press('Return')
    app.wait(lambda: field.text == 'nyss', 'what was typed to be there still')
    app.press('ctrl+a')
    app.type('17/11')
    app.wait(lambda: field.description == 'tisdag 17 november 2026', 'the day in words')
    app.wait_for('push button', 'Spara kontakten')


def a_sudden_death_loses_nothing(story):
    app = story.app
    app.tab_to('push button', 'Anteckning')
    app.press('space')
    app.wait(lambda: app.focused().name == 'Anteckning' and app.focused().role == 'text', 'the note')
    app.type(NOTE)
    app.wait(lambda: len(story.drafts()) == 1, 'the draft')
    before = story.drafts()[0].stat().st_mtime_ns
    app.type('!')
    app.wait(lambda: story.drafts()[0].stat().st_mtime_ns != before, 'the draft of it all')
    app.process.send_signal(signal.SIGKILL)
    app.process.wait()
    leaks = story.watch.leaks()
    assert not leaks, leaks

    story.open()
    story.app.wait_for('label', 'Ett påbörjat utkast har hämtats.')
    story.app.wait_for('label', 'tisdag 17 november 2026')
    assert story.app.tab_to('text', 'Anteckning').text == NOTE + '!'


def enter_saves_it(story):
    app = story.app
    story.field('Datum')
    app.press('Return')
    app.wait_for('panel', '17 nov: Telefon, inget svar')
    app.wait(lambda: not story.drafts(), 'the draft to go')


def it_ends_without_a_complaint(story):
    story.app.quit()


def the_command_says_the_same(story):
    shown = run('show', story.youth.number, '--register', story.folder, '--today', TODAY, '--format', 'json').json
    assert [c['date'] for c in shown['contacts']] == ['2026-11-17'], shown['contacts']


STEPS = [letters_choose_in_the_fields, a_bad_date_is_told_beside_it, a_sudden_death_loses_nothing, enter_saves_it,
         it_ends_without_a_complaint, the_command_says_the_same]


def play(story):
    for number, step in enumerate(STEPS, 1):
        try:
            step(story)
        except Exception:  # pylint: disable=broad-except
            story.app.screenshot('failure')
            print(f'not ok {number} - {step.__name__.replace("_", "-")}')
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
            print('\n'.join('# ' + line for line in map(str, story.app.said)))
            print('Bail out! the story cannot go on')
            return 1
        print(f'ok {number} - {step.__name__.replace("_", "-")}', flush=True)
    return 0


def main():
    print(f'1..{len(STEPS)}')
    with Register() as register:
        story = Story(register)
        try:
            return play(story)
        finally:
            story.app.__exit__(None)
            shutil.rmtree(story.source)


sys.exit(main())
