"""The half-year's report to the board through the command: as PDF and spreadsheet, approved, and given back as
it was after the register has changed, also out of a backup."""
import hashlib
import pathlib
import re
import shutil
import tempfile
import zipfile

from tjcli import BAD_INPUT, USAGE, main, run

HALF = ('--half', '2026H1')
PEOPLE = 120


class Demo:
    """A register of invented people."""

    def __init__(self, people=PEOPLE):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix='tjugo-test-'))
        self.folder = self.scratch / 'register'
        self.run('demo', '--people', people)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.scratch)

    def run(self, *arguments, **rest):
        return run(*arguments, '--register', self.folder, '--today', '2026-11-22', '--format', 'json', **rest)


def test_a_draft_is_written_as_a_pdf():
    with Demo() as register:
        path = register.scratch / 'r.pdf'
        told = register.run('report', *HALF, '--output', path).json
        assert (told['half'], told['version'], told['approved'], told['sha256']) == ('2026H1', 1, False, None), told
        assert path.read_bytes().startswith(b'%PDF-1.7')
        assert 'print-board-report' in {row['action'] for row in register.run('log').json}


def test_what_is_approved_is_given_back_after_the_register_has_changed():
    with Demo() as register:
        analysis = register.scratch / 'analysis.txt'
        analysis.write_text('Vad vi ser\n\nFler nås nu än förr.\n')
        told = register.run('report', *HALF, '--analysis', analysis, '--approve').json
        assert told['approved'] and told['approved_on'] == '2026-11-22', told
        register.run('purge', '--year', '2027', '--confirm', expect=None)
        pdf, tables = register.scratch / 'r.pdf', register.scratch / 'r.xlsx'
        register.run('report', *HALF, '--output', pdf)
        register.run('report', *HALF, '--output', tables)
        assert hashlib.sha256(pdf.read_bytes()).hexdigest() == told['sha256']
        again = register.scratch / 'again.xlsx'
        register.run('report', *HALF, '--output', again)
        assert tables.read_bytes() == again.read_bytes()


def test_a_backup_holds_the_approved_report():
    with Demo() as register:
        told = register.run('report', *HALF, '--approve').json
        backup, folder, pdf = (register.scratch / name for name in ('b.tjugo', 'new', 'r.pdf'))
        register.run('backup', backup)
        run('restore', backup, '--register', folder, '--format', 'json')
        run('report', *HALF, '--output', pdf, '--register', folder, '--today', '2027-05-01', '--format', 'json')
        assert hashlib.sha256(pdf.read_bytes()).hexdigest() == told['sha256']


def test_the_tables_have_no_formula_and_no_author():
    with Demo() as register:
        path = register.scratch / 'r.xlsx'
        register.run('report', *HALF, '--output', path)
        tables = register.run('report', *HALF).json
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name).decode() for name in archive.namelist()}
        sheets = [text for name, text in parts.items() if name.startswith('xl/worksheets/')]
        assert len(sheets) == len(tables) + 2, (len(sheets), len(tables))
        assert not any('<f>' in sheet or '<f ' in sheet for sheet in sheets)
        assert '<si><t>..</t></si>' in parts['xl/sharedStrings.xml']
        core = parts['docProps/core.xml']
        assert not re.search('<dc:creator>[^<]', core) and not re.search('<cp:lastModifiedBy>[^<]', core), core


def test_the_spreadsheet_has_the_figures_of_the_command():
    with Demo() as register:
        path = register.scratch / 'r.xlsx'
        register.run('report', *HALF, '--output', path)
        tables = register.run('report', *HALF).json
        with zipfile.ZipFile(path) as archive:
            for number, table in enumerate(tables, 2):
                sheet = archive.read(f'xl/worksheets/sheet{number}.xml').decode()
                numbers = [float(value) for value in re.findall(r'<c r="[B-Z]+\d+"(?: s="\d+")?><v>([^<]*)</v>', sheet)]
                shown = [cell for row in table['cells'] for cell in row if cell is not None]
                assert len(numbers) == len(shown), (table['table'], numbers, shown)
                for number_, cell in zip(numbers, shown):
                    assert number_ in (cell, round(cell / 100, 6)), (table['table'], number_, cell)


def test_a_half_year_that_goes_on_is_not_approved():
    with Demo() as register:
        register.run('report', '--half', '2026H2', '--approve', expect=BAD_INPUT)


def test_a_file_of_another_kind_is_refused():
    with Demo(10) as register:
        register.run('report', *HALF, '--output', register.scratch / 'r.txt', expect=USAGE)
        assert not (register.scratch / 'r.txt').exists()
        register.run('report', *HALF, '--output', register.scratch / 'r.pdf', '--threshold', '0', expect=USAGE)


main(globals())
