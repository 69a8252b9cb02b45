"""The month's reconciliation by keyboard, on the real program: it is made, decided on with the keys of the
decisions, closed and opened again, and the register says the same afterwards."""
import pathlib
import re
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'cli')]

from atspi_driver import App  # noqa: E402  pylint: disable=wrong-import-position
from tjcli import FIXTURES, PASSPHRASE, PROGRAM, TODAY, Register  # noqa: E402  pylint: disable=wrong-import-position

SOURCES = ('population', 'ist', 'enrolments', 'vux', 'invoices')


class Story:
    """What one step hands to the next."""

    def __init__(self, register):
        self.register = register
        for source in SOURCES:
            register.json('import', source, FIXTURES / 'imports' / f'{source}.csv')
        self.open()

    def open(self):
        self.app = App(PROGRAM, f'--register={self.register.folder}', f'--today={TODAY}', '--screen=reconciliation:2026-11',
                       passphrase=PASSPHRASE)


def the_month_is_made_with_the_keyboard(story):
    app = story.app
    app.wait_for('push button', 'Gör avstämning')
    app.push('push button', 'Gör avstämning')
    app.wait_text('0 av ')
    app.wait_text('Möte fredag 20 november')


def a_key_decides_and_the_next_finding_is_chosen(story):
    app = story.app
    app.tab_to('table row', re.compile('Avbröt'))
    app.press('space')
    app.wait_text('Lämnar KAA')
    app.press('2')
    app.wait_text('1 av ')
    app.press('7')
    app.wait_text('2 av ')
    app.press('ctrl+Return')
    app.wait_text('3 av ')
    app.screenshot('reconciliation-decided')


def what_was_decided_is_undone(story):
    app = story.app
    app.press('ctrl+z')
    app.wait_text('2 av ')


def the_month_is_closed_and_the_register_says_so(story):
    app = story.app
    app.push('push button', 'Stäng månaden')
    app.wait_text('Stängd ')
    app.screenshot('reconciliation-closed')
    app.quit()
    log = [row['action'] for row in story.register.json('log')]
    assert log.count('decide-reconciliation') == 3 and log.count('close-reconciliation') == 1, log[:12]
    assert story.register.json('reconcile', '--month', '2026-11', '--reopen')['closed'] is False
    findings = story.register.json('reconcile', '--month', '2026-11')['findings']
    assert sorted(finding['decision'] for finding in findings if finding['decision']) == ['noted', 'stays']


STEPS = (the_month_is_made_with_the_keyboard, a_key_decides_and_the_next_finding_is_chosen, what_was_decided_is_undone,
         the_month_is_closed_and_the_register_says_so)


def main():
    print(f'1..{len(STEPS)}')
    with Register() as register:
        story = Story(register)
        for number, step in enumerate(STEPS, 1):
            try:
                step(story)
                print(f'ok {number} - {step.__name__.replace("_", "-")}', flush=True)
            except Exception:  # pylint: disable=broad-except
                print(f'not ok {number} - {step.__name__.replace("_", "-")}')
                print('\n'.join('# ' + line for line in (traceback.format_exc() + story.app.outline()).splitlines()))
                story.app.quit()
                sys.exit(1)


main()
