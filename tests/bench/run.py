#!/usr/bin/python3
"""`make bench`: runs each comparison, keeps its figures in the build folder, and writes all that are kept
to docs/BENCHMARKS.md. Use: run.py --build FOLDER [--quick] [NAME…]; --quick only shows that it runs."""
import argparse
import datetime
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import ike_lists
import letter_peers
import people
from harness import Contestant, race, ratio

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PASSPHRASE = 'bench passphrase'
TODAY = '2026-11-18'


class Bench:
    """What every comparison needs: where the programs and the scratch folder are, and how often to run."""

    def __init__(self, build, quick):
        self.build = build.resolve()
        self.work = self.build / 'bench-work'
        self.work.mkdir(exist_ok=True)
        self.tjugo = str(self.build / 'src/tjugo')
        self.quick = quick

    def rounds(self, wanted):
        return 2 if self.quick else wanted

    def probe(self, name):
        return str(self.build / 'tests/bench' / name)

    def folder(self, name, fresh=True):
        path = self.work / name
        if fresh:
            shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def command(self, register, *arguments, passphrase=False, **options):
        """A command of ours on a register, with the key from the keyring unless a passphrase is asked for."""
        line = [self.tjugo, *arguments, '--register', str(register), '--today', TODAY, '--format', 'json']
        return Contestant(options.pop('name', 'Tjugo'), line + (['--passphrase-fd', '3'] if passphrase else []),
                          stdin_text=PASSPHRASE if passphrase else None, **options)

    def do(self, register, *arguments, passphrase=False):
        """Runs one untimed and returns its JSON."""
        kept = []
        contestant = self.command(register, *arguments, passphrase=passphrase, parse=lambda text: kept.append(text) or 0)
        contestant.run()
        return json.loads(kept[0]) if kept[0].strip() else None

    def new_register(self, name):
        register = self.folder(name)
        register.rmdir()
        self.do(register, 'init', '--municipality', '1472', '--routine', 'tibro', passphrase=True)
        self.do(register, 'key', 'add-keyring', passphrase=True)
        return register

    def demo(self, people_count, events, years=None):
        """A demo register with that many more attempts a youth, made once and kept: the large one takes a while."""
        register = self.work / f'demo-{people_count}-{events}{f"-{years}" if years else ""}'
        done = register / 'filled'
        if not done.exists():
            shutil.rmtree(register, ignore_errors=True)
            print(f'  making a register of {people_count} people', file=sys.stderr, flush=True)
            self.do(register, 'demo', '--people', str(people_count), '--seed', '20', passphrase=True)
            Contestant('fill', [self.probe('fill-register'), str(register), TODAY, str(events), *([str(years)] if years else [])],
                       stdin_text=PASSPHRASE).run()
            done.touch()
        self.do(register, 'key', 'add-keyring', passphrase=True)  # each run has a keyring of its own
        return register

    def rows(self, count):
        path = self.work / f'list-{count}.csv'
        first = datetime.date(2007, 6, 1) if count <= 20000 else datetime.date(1996, 1, 1)
        return path if path.exists() else people.write_list(path, count, first_day=first)

    def long_rows(self, count):
        path = self.work / f'long-list-{count}.csv'
        return path if path.exists() else people.write_long_list(path, count)


def verdict(what, figure, target, reached):
    return {'what': what, 'figure': figure, 'target': target, 'reached': bool(reached)}


def letters(bench):
    """1,000 and 5,000 letters as one file, whole commands: key, register, layout, finishing, writing."""
    table, verdicts, times = [], [], {}
    for count in (20, 100) if bench.quick else (1000, 5000):
        register = bench.new_register(f'letters-{count}')
        report = bench.do(register, 'import', 'ist', str(bench.rows(count)))
        assert report['new'] == count, report
        letters_to = ('letters', '--kind', 'brev1,brev2', '--output', str(bench.work / 'letters.pdf'))
        made = bench.do(register, *letters_to)
        assert made['pages'] == count == len(made['letters']), (made['pages'], len(made['letters']))
        rounds = bench.rounds(7)
        ours = bench.command(register, *letters_to, name='**Tjugo**, key from the keyring')
        with_passphrase = bench.command(register, *letters_to, passphrase=True, name='Tjugo, passphrase (Argon2id)')
        few = {'mail-merge': 3 if count <= 1000 else 1, 'weasyprint': 1}
        peers = {key: Contestant(peer.name, peer().prepare(bench.folder(f'{key}-{count}'), count), rounds=few.get(key))
                 for key, peer in letter_peers.PEERS.items()}
        race([ours, with_passphrase, *peers.values()], rounds)
        times[count] = ours
        for one in (ours, with_passphrase, *peers.values()):
            table.append([f'{count:,}', one.name, f'{one.seconds:.3f}', f'{1000 * one.seconds / count:.3f}', f'{one.megabytes:.0f}',
                          f'{1 / ratio(ours, one):.1f}' if one is not ours else '1'])
        against_merge = 1 / ratio(ours, peers['mail-merge'])
        against_latex = ratio(ours, peers['pdflatex'])
        verdicts += [
            verdict(f'{count:,} letters, times as fast as the mail merge', f'{against_merge:.0f}', '≥ 50', against_merge >= 50),
            verdict(f'{count:,} letters, time by pdflatex’s', f'{against_latex:.2f}', '≤ 1', against_latex <= 1)]
    small, large = sorted(times)
    flat = (times[large].seconds / large) / (times[small].seconds / small)
    verdicts += [
        verdict(f'time per letter, {large:,} by {small:,}', f'{flat:.2f}', '≤ 1.1', flat <= 1.1),
        verdict(f'{large:,} letters, peak memory', f'{times[large].megabytes:.0f} MB', '≤ 200 MB', times[large].megabytes <= 200)]
    return {'columns': ['letters', 'by', 'seconds', 'ms a letter', 'peak MB', 'by Tjugo’s time'], 'rows': table, 'verdicts': verdicts}


def first_frame(bench):
    """From the start of the process to the first painted frame, seen from outside, with the cairo renderer under Xvfb."""
    register = bench.new_register('window')
    probe = bench.probe('first-frame')
    bare = Contestant('bare libadwaita window', [probe, bench.probe('bare-adwaita')], parse=float)
    ours = Contestant('**Tjugo**, locked', [probe, bench.tjugo, '--register', str(register)], parse=float)
    race([bare, ours], bench.rounds(11))
    times = ratio(ours, bare, of='value')
    return {'columns': ['window', 'ms'], 'rows': [[c.name, f'{c.value:.0f}'] for c in (bare, ours)],
            'verdicts': [verdict('first frame by the bare window’s', f'{times:.2f}', '≤ 1.3', times <= 1.3)]}


def due(bench):
    """Who is due today. The work is the command less one that starts, fetches the key and opens an empty register."""
    table, verdicts = [], []
    empty = bench.new_register('empty')
    for count, events, target in ((200, 5, 0.05),) if bench.quick else ((5000, 40, 0.05), (200000, 5, 1.0)):
        register = bench.demo(count, events)
        start = bench.command(empty, 'due', name='start and an empty register')
        ours = bench.command(register, 'due', name='**Tjugo**')
        race([start, ours], bench.rounds(9))
        work = ours.seconds - start.seconds
        table.append([f'{count:,}', f'{count * events:,}', f'{1000 * start.seconds:.0f}', f'{1000 * ours.seconds:.0f}', f'{1000 * work:.1f}', f'{ours.megabytes:.0f}'])
        verdicts.append(verdict(f'due at {count:,} people, {count * events:,} events', f'{1000 * work:.1f} ms', f'≤ {1000 * target:.0f} ms', work <= target))
    return {'columns': ['people', 'events', 'ms to start', 'ms in all', 'ms of work', 'peak MB'], 'rows': table, 'verdicts': verdicts}


def report(bench):
    """All statistics of a half-year with disclosure control and the half-years before, from the encrypted file to the tables, against a bare scan of the same rows. Both in a process that has just opened the register."""
    table, verdicts = [], []
    for count, events, years, target in ((200, 5, 10, 0.3),) if bench.quick else ((5000, 40, 10, 0.3), (200000, 5, 10, 5.0)):
        register = bench.demo(count, events, years)
        line = [bench.probe('statistics-work'), str(register), TODAY, '2026H2']
        scan, ours = (Contestant(name, line + [what], stdin_text=PASSPHRASE, parse=float)
                      for name, what in (('bare scan', 'scan'), ('**Tjugo**', 'count')))
        race([scan, ours], bench.rounds(7))
        times = ratio(ours, scan, of='value')
        table.append([f'{count:,}', f'{count * events:,}', f'{scan.value:.0f}', f'{ours.value:.0f}', f'{times:.2f}', f'{ours.megabytes:.0f}'])
        verdicts.append(verdict(f'statistics of a half-year at {count:,} people, {count * events:,} events ({times:.1f} bare scans)',
                                f'{ours.value / 1000:.2f} s', f'≤ {target:g} s', ours.value <= 1000 * target))
    return {'columns': ['people', 'events', 'ms to scan', 'ms of statistics', 'by the scan', 'peak MB'], 'rows': table, 'verdicts': verdicts}


def scb(bench):
    """The file of a half-year for SCB, from the encrypted register through the checks to the disk, against the bare library that only writes the same cells as a spreadsheet. All in a process that has just opened the register."""
    table, verdicts = [], []
    people_count, target = (200, 5.0) if bench.quick else (200000, 5.0)
    register = bench.work / f'scb-{people_count}'  # everybody is registered in the half-year; made once and kept
    if not (register / 'filled').exists():
        bench.new_register(register.name)
        bench.do(register, 'import', 'ist', str(bench.rows(people_count)))
        Contestant('fill', [bench.probe('scb-file'), str(register), TODAY, '2026H2', 'fill', '-'], stdin_text=PASSPHRASE).run()
        (register / 'filled').touch()
    line = [bench.probe('scb-file'), str(register), TODAY, '2026H2']
    bare, workbook, text = (Contestant(name, [*line, what, str(bench.work / f'scb.{what}')], stdin_text=PASSPHRASE, parse=float)
                            for name, what in (('bare libxlsxwriter, constant memory', 'bare'), ('**Tjugo**, spreadsheet', 'xlsx'),
                                               ('**Tjugo**, text', 'text')))
    race([bare, workbook, text], bench.rounds(5))
    for contestant in (bare, workbook, text):
        table.append([contestant.name, f'{people_count:,}', f'{contestant.value / 1000:.2f}', f'{contestant.megabytes:.0f}'])
    for contestant in (workbook, text):
        verdicts.append(verdict(f'file for SCB of {people_count:,} people, {contestant.name.split(", ")[1]} ({ratio(contestant, bare, of="value"):.2f} of the bare library)',
                                f'{contestant.value / 1000:.2f} s', f'≤ {target:g} s', contestant.value <= 1000 * target))
    return {'columns': ['file for SCB', 'people', 'seconds', 'peak MB'], 'rows': table, 'verdicts': verdicts}


def imports(bench):
    """A list from the students' register, read, judged and applied to a new register, against the bare insert of the same rows. Both with a raw key."""
    count = 2000 if bench.quick else 200000
    rows = bench.rows(count)
    ours = Contestant('**Tjugo**, import', [bench.probe('import-apply'), str(rows), str(bench.work / 'applied.db')])
    bare = Contestant('bare SQLCipher insert', [bench.probe('bare-insert'), str(rows), str(bench.work / 'bare.db')])
    race([bare, ours], bench.rounds(9))
    times = ratio(ours, bare)
    return {'columns': ['import', 'rows', 'seconds', 'peak MB'],
            'rows': [[c.name, f'{count:,}', f'{c.seconds:.2f}', f'{c.megabytes:.0f}'] for c in (bare, ours)],
            'verdicts': [verdict('import by the bare insert’s time', f'{times:.2f}', '≤ 3', times <= 3)]}


def preview(bench):
    """The dry run of a list of a million rows of twelve cells, from the file to the report; and how soon it lets go when cancelled halfway."""
    count = 10000 if bench.quick else 1000000
    rows = bench.long_rows(count)
    line = [bench.probe('import-apply'), str(rows), str(bench.work / 'preview.db')]
    ours = Contestant('**Tjugo**, preview', line + ['dry-run'])
    cancelled = Contestant('**Tjugo**, cancelled halfway', line + ['cancel'], parse=float)
    race([ours, cancelled], bench.rounds(3), warm_ups=0)
    return {'columns': ['preview', 'rows', 'seconds', 'peak MB', 'ms to let go'],
            'rows': [[ours.name, f'{count:,}', f'{ours.seconds:.2f}', f'{ours.megabytes:.0f}', ''],
                     [cancelled.name, f'{count:,}', f'{cancelled.seconds:.2f}', f'{cancelled.megabytes:.0f}', f'{cancelled.value:.0f}']],
            'verdicts': [verdict('preview of 1,000,000 rows × 12', f'{ours.seconds:.1f} s', '≤ 10 s', ours.seconds <= 10),
                         verdict('preview of 1,000,000 rows × 12, peak memory', f'{ours.megabytes:.0f} MB', '≤ 1,500 MB', ours.megabytes <= 1500),
                         verdict('preview cancelled', f'{cancelled.value:.0f} ms', '≤ 200 ms', cancelled.value <= 200)]}


def separated(bench):
    """Parsing the same list of twelve cells a row in memory, in milliseconds of processor time."""
    rows = bench.long_rows(10000 if bench.quick else 1000000)
    ours, peer = (Contestant(name, [bench.probe('csv-parse'), which, str(rows)], parse=float)
                  for name, which in (('**Tjugo**', 'ours'), ('libcsv', 'libcsv')))
    race([peer, ours], bench.rounds(5))
    times = ratio(peer, ours, of='value')
    return {'columns': ['parser', 'ms'], 'rows': [[c.name, f'{c.value:.0f}'] for c in (peer, ours)],
            'verdicts': [verdict('parsing CSV, times as fast as libcsv', f'{times:.1f}', '≥ 1', times >= 1)]}


def contact(bench):
    """Logging a contact as the window does: row, log, undo and agenda in one durable commit, against a bare durable commit of one row."""
    ours = Contestant('**Tjugo**', [bench.probe('bench-store-commit'), str(bench.work / 'contact')], before=lambda: bench.folder('contact'),
                      parse=lambda text: text.split()[-1])
    race([ours], bench.rounds(3))
    return {'columns': ['contact', 'by the bare commit'], 'rows': [[ours.name, f'{ours.value:.2f}']],
            'verdicts': [verdict('logging a contact by a bare durable commit', f'{ours.value:.2f}', '≤ 2', ours.value <= 2)]}


def window(bench):
    """Work in the real window, in milliseconds of processor time: before its loop runs again, and with drawing. 5,000 youths; a youth with 200 events."""
    names = ('switching the list, the model alone', 'switching the list', 'switching the list, drawn', 'opening the page', 'opening the page, drawn')
    kept = []
    ours = Contestant('**Tjugo**', [bench.probe('window-work')], parse=lambda text: kept.append([float(word) for word in text.split()]) or 0)
    race([ours], 1, warm_ups=0)
    times = dict(zip(names, kept[-1]))
    return {'columns': ['work', 'ms'], 'rows': [[name, f'{value:.1f}'] for name, value in times.items()],
            'verdicts': [verdict('switching the list at 5,000, to the model', f'{times[names[0]]:.1f} ms', '≤ 16 ms', times[names[0]] <= 16),
                         verdict('a youth’s page with 200 events', f'{times[names[3]]:.1f} ms', '≤ 33 ms', times[names[3]] <= 33)]}


def resident_megabytes(bench, register):
    """Of the window with the list of youths, once its processor is at rest."""
    def ticks():
        return sum(int(field) for field in pathlib.Path(f'/proc/{process.pid}/stat').read_text(encoding='utf-8').rsplit(')', 1)[1].split()[11:13])

    read_end, write_end = os.pipe()
    os.write(write_end, f'{PASSPHRASE}\n'.encode())
    os.close(write_end)
    process = subprocess.Popen([bench.tjugo, '--register', str(register), '--today', TODAY, '--passphrase-fd', str(read_end), '--screen=youths'],
                               pass_fds=(read_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(read_end)
    time.sleep(4)
    before, calm = -1, 0
    for _ in range(120):
        time.sleep(0.5)
        calm = calm + 1 if ticks() - before <= 1 else 0
        before = ticks()
        if calm >= 4:
            break
    fields = dict(line.split(':', 1) for line in pathlib.Path(f'/proc/{process.pid}/status').read_text(encoding='utf-8').splitlines())
    process.terminate()
    process.wait()
    return int(fields['VmRSS'].split()[0]) / 1024


def memory(bench):
    """What the window holds with the list of youths open and its search index made."""
    table, sizes = [], {}
    for count in (200, 400) if bench.quick else (1000, 200000):
        register = bench.new_register(f'memory-{count}')
        bench.do(register, 'import', 'ist', str(bench.rows(count)), passphrase=True)
        sizes[count] = resident_megabytes(bench, register)
        table.append([f'{count:,}', f'{sizes[count]:.0f}'])
    few, many = sizes
    times = sizes[many] / sizes[few]
    return {'columns': ['people', 'MB'], 'rows': table,
            'verdicts': [verdict(f'memory at {many:,} people by that at {few:,}', f'{times:.2f}', '≤ 1.5', times <= 1.5)]}


def search(bench):
    """Each keystroke of 400 names, misspelt names, personal numbers and phones, typed sign by sign: the slowest hundredth."""
    table, verdicts = [], []
    for count, target in ((200, 5),) if bench.quick else ((5000, 5), (200000, 8)):
        ours = Contestant('**Tjugo**', [bench.probe('search-latency'), str(count)], parse=float)
        race([ours], bench.rounds(5))
        table.append([f'{count:,}', f'{ours.value:.3f}', f'{ours.megabytes:.0f}'])
        verdicts.append(verdict(f'search at {count:,} people, p99', f'{ours.value:.3f} ms', f'≤ {target} ms', ours.value <= target))
    return {'columns': ['people', 'p99 ms', 'peak MB'], 'rows': table, 'verdicts': verdicts}


def workbooks(bench):
    """A workbook read as an import reads it and written as CSV, against LibreOffice converting it; a sheet of one row shows its time to start."""
    count = 2000 if bench.quick else 100000
    workbook, single = bench.work / f'list-{count}.xlsx', bench.work / 'list-1.xlsx'
    for rows, path in ((count, workbook), (1, single)):
        Contestant('workbook', [bench.probe('write-workbook'), str(bench.rows(rows)), str(path)]).run()
    output = bench.folder('workbooks')
    office = ['soffice', '-env:UserInstallation=' + (bench.work / 'office').as_uri(), '--headless', '--convert-to', 'csv', '--outdir', str(output)]
    ours = Contestant('**Tjugo**', [bench.probe('table-to-csv'), str(workbook), str(output / 'ours.csv')])
    start = Contestant('LibreOffice, a sheet of one row', [*office, str(single)])
    theirs = Contestant('LibreOffice', [*office, str(workbook)])
    race([ours, start, theirs], bench.rounds(7))
    lines = [len(path.read_bytes().splitlines()) for path in (output / 'ours.csv', output / f'list-{count}.csv')]
    assert lines == [count + 1] * 2, lines
    times = ratio(theirs, ours)
    work = statistics.median((b.seconds - a.seconds) / c.seconds for a, b, c in zip(start.samples, theirs.samples, ours.samples))
    table = [[c.name, f'{count if c is not start else 1:,}', f'{c.seconds:.2f}', f'{c.megabytes:.0f}'] for c in (ours, start, theirs)]
    return {'columns': ['workbook to CSV', 'rows', 'seconds', 'peak MB'], 'rows': table, 'verdicts': [
        verdict(f'XLSX of {count:,} rows, times as fast as LibreOffice ({work:.1f} without its start)', f'{times:.1f}', '≥ 5', times >= 5)]}


def reconciled(bench, count):
    """A register with the lists of so many pupils, made once and kept."""
    register = bench.work / f'ike-{count}'
    done = register / 'filled'
    if not done.exists():
        shutil.rmtree(register, ignore_errors=True)
        lists = bench.folder(f'ike-lists-{count}')
        bench.do(register, 'init', '--municipality', '1472', '--routine', 'tibro', passphrase=True)
        bench.do(register, 'key', 'add-keyring', passphrase=True)
        for name in ike_lists.write(lists, count):
            bench.do(register, 'import', name, str(lists / f'{name}.csv'))
        done.touch()
    bench.do(register, 'key', 'add-keyring', passphrase=True)  # each run has a keyring of its own
    return register


def reconcile(bench):
    """The month from the locked register: every list joined, judged and kept, and the findings as PDF and XLSX. The floor reads
    the same residents, enrolments and invoice lines and asks nothing; that of the sheets is a bare table of as many rows."""
    table, verdicts = [], []
    output = bench.folder('reconcile')
    for count, seconds in ((500, 0.5),) if bench.quick else ((5000, 0.5), (200000, 10)):
        register = reconciled(bench, count)
        bench.do(register, 'reconcile', '--month', '2026-11')
        make = bench.command(register, 'reconcile', '--month', '2026-11', name='**Tjugo**, a month made again', parse=lambda text: len(json.loads(text)['findings']))
        floor = Contestant('the same rows read, nothing asked', [bench.probe('read-lists'), str(register), TODAY], stdin_text=PASSPHRASE, parse=lambda text: text)
        race([make, floor], bench.rounds(5))
        assert make.value == count // 50 * ike_lists.FINDINGS_OF_FIFTY, make.value
        table += [[c.name, f'{count:,}', f'{s:.2f}', f'{c.megabytes:.0f}'] for c, s in ((make, make.seconds), (floor, floor.value))]
        times = statistics.median(m.seconds / f.value for m, f in zip(make.samples, floor.samples))
        verdicts.append(verdict(f'findings for {count:,} pupils with invoices, whole process ({times:.0f} times the bare reading)', f'{make.seconds:.2f} s', f'≤ {seconds} s',
                                make.seconds <= seconds))
    register = reconciled(bench, 500 if bench.quick else 5000)
    pdf, xlsx = (bench.command(register, 'reconcile', '--month', '2026-11', '--output', str(output / f'sheet.{ending}'), name=f'**Tjugo**, {words}')
                 for ending, words in (('pdf', 'the sheet as PDF'), ('xlsx', 'the sheet as XLSX')))
    again = bench.command(register, 'reconcile', '--month', '2026-11', name='the month alone')
    bare = Contestant('a bare table of as many rows', [bench.probe('bench-paper-table'), '100' if bench.quick else '1000', str(output / 'bare.pdf')])
    race([pdf, xlsx, again, bare], bench.rounds(7))
    rows = 100 if bench.quick else 1000
    for sheet, words in ((pdf, 'PDF'), (xlsx, 'XLSX')):
        alone = statistics.median(s.seconds - a.seconds for s, a in zip(sheet.samples, again.samples))
        table.append([sheet.name, f'{rows:,} findings', f'{alone:.2f}', f'{sheet.megabytes:.0f}'])
        verdicts.append(verdict(f'{words} of {rows:,} findings', f'{alone:.2f} s', '≤ 1 s', alone <= 1))
    table.append([bare.name, f'{rows:,}', f'{bare.seconds:.2f}', f'{bare.megabytes:.0f}'])
    return {'columns': ['reconciliation', 'pupils', 'seconds', 'peak MB'], 'rows': table, 'verdicts': verdicts}


def page_of_tables(tables):
    """The report's tables as the page that LibreOffice is given: as much to set, and nothing to count."""
    parts = ['<html lang="sv"><head><meta charset="utf-8"><title>Rapport</title></head><body><h1>Rapport</h1>']
    for table in tables:
        parts.append(f'<h2>{table["title"]}</h2><p>{table["note"]}</p><table border="1"><tr><th></th>')
        parts += [f'<th>{label}</th>' for label in table['column_labels']]
        for label, cells in zip(table['row_labels'], table['cells']):
            parts.append(f'</tr><tr><th>{label}</th>' + ''.join(f'<td>{".." if cell is None else cell}</td>' for cell in cells))
        parts.append('</tr></table>')
    return ''.join(parts) + '</body></html>'


def report_pdf(bench):
    """The half-year's report to the board, from the locked register to the finished file: opened, counted, hidden and set.
    LibreOffice is given the tables as a page, already counted, and converts that to PDF."""
    count = 200 if bench.quick else 5000
    register, output = bench.demo(count, 0 if bench.quick else 35), bench.folder('report')
    half = ['report', '--half', '2026H1']
    source = output / 'tables.html'
    source.write_text(page_of_tables(bench.do(register, *half)), encoding='utf-8')
    office = ['soffice', '-env:UserInstallation=' + (bench.work / 'office').as_uri(), '--headless', '--convert-to', 'pdf', '--outdir', str(output)]
    ours = bench.command(register, *half, '--output', str(output / 'report.pdf'), name='**Tjugo**, all of it')
    theirs = Contestant('LibreOffice, the tables', [*office, str(source)])
    race([ours, theirs], bench.rounds(7))
    times = ratio(theirs, ours)
    sizes = [(output / name).stat().st_size for name in ('report.pdf', 'tables.pdf')]
    table = [[c.name, f'{count:,}', f'{c.seconds:.2f}', f'{c.megabytes:.0f}', f'{size / 1000:.0f}'] for c, size in zip((ours, theirs), sizes)]
    return {'columns': ['report as PDF', 'people', 'seconds', 'peak MB', 'kB'], 'rows': table, 'verdicts': [
        verdict(f'board report of {count:,} people, whole process', f'{ours.seconds:.2f} s', '≤ 1 s', ours.seconds <= 1),
        verdict('the same, times as fast as LibreOffice sets its tables', f'{times:.1f}', '≥ 1', times >= 1)]}


BENCHES = {
    'letters': ('Letters', letters),
    'first-frame': ('First frame of the window', first_frame),
    'due': ('Who is due', due),
    'report': ('Statistics of a half-year', report),
    'scb': ('The file for SCB', scb),
    'import': ('Import', imports),
    'preview': ('Preview', preview),
    'csv': ('Separated text', separated),
    'contact': ('Logging a contact', contact),
    'search': ('Search', search),
    'window': ('Work in the window', window),
    'memory': ('Memory', memory),
    'report-pdf': ('Board report', report_pdf),
    'xlsx': ('Reading a workbook', workbooks),
    'reconcile': ('A month’s reconciliation', reconcile),
}


def machine():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        model = next((line.split(':', 1)[1].strip() for line in file if line.startswith('model name')), 'unknown processor')
    with open('/proc/meminfo', encoding='utf-8') as file:
        memory = int(next(line for line in file if line.startswith('MemTotal')).split()[1]) / 1024 ** 2
    with open('/etc/os-release', encoding='utf-8') as file:
        system = next(line.split('=', 1)[1].strip().strip('"') for line in file if line.startswith('PRETTY_NAME'))
    return f'{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {system}'


def markdown(columns, rows):
    lines = ['| ' + ' | '.join(columns) + ' |', '|' + '---|' * len(columns)]
    return '\n'.join(lines + ['| ' + ' | '.join(row) + ' |' for row in rows])


def page(results):
    parts = ['# Benchmarks', '',
             'Written by `make bench`. Whole processes, run in turn with their peers and floors in one session; medians of the runs, '
             'ratios are medians of the ratios run by run. Absolute times vary from machine to machine: what counts is the ratio.', '']
    verdicts = [v for result in results.values() for v in result['verdicts']]
    parts += ['## Figures to reach', '', markdown(['figure', 'measured', 'to reach', ''], [
        [v['what'], v['figure'], v['target'], 'yes' if v['reached'] else '**no**'] for v in verdicts]), '']
    for name, (title, function) in BENCHES.items():
        if name in results:
            result = results[name]
            parts += [f'## {title}', '', function.__doc__.strip(), '', markdown(result['columns'], result['rows']), '',
                      f'{result["date"]}, {result["machine"]}.', '']
    return '\n'.join(parts)


def in_session():
    """Under a display, a bus and a keyring of the run's own: nothing of the user's is asked or changed."""
    if os.environ.get('TJ_BENCH_SESSION'):
        return
    home = pathlib.Path(sys.argv[sys.argv.index('--build') + 1]).resolve() / 'bench-home'
    shutil.rmtree(home, ignore_errors=True)
    for name in ('run', 'data', 'config', 'cache'):
        (home / name).mkdir(parents=True, mode=0o700)
    environment = dict(os.environ, TJ_BENCH_SESSION='yes', HOME=str(home), XDG_RUNTIME_DIR=str(home / 'run'), XDG_DATA_HOME=str(home / 'data'),
                       XDG_CONFIG_HOME=str(home / 'config'), XDG_CACHE_HOME=str(home / 'cache'), LC_ALL='C.UTF-8', GSK_RENDERER='cairo',
                       GDK_BACKEND='x11', GSETTINGS_BACKEND='memory')
    for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'LANGUAGE'):
        environment.pop(name, None)
    os.execvpe('dbus-run-session', ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 1280x1024x24 -noreset',
                                    sys.executable, *sys.argv], environment)


def unlock_keyring():
    subprocess.run(['gnome-keyring-daemon', '--unlock', '--components=secrets', '--daemonize'], input=b'bench', check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--build', type=pathlib.Path, required=True)
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('names', nargs='*', metavar='NAME')
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(BENCHES):
        parser.error(f'no benchmark {", ".join(sorted(unknown))}; there are {", ".join(BENCHES)}')
    in_session()
    unlock_keyring()
    os.environ['GSETTINGS_SCHEMA_DIR'] = str(arguments.build.resolve() / 'data')
    bench = Bench(arguments.build, arguments.quick)
    kept = bench.work / ('quick.json' if arguments.quick else 'results.json')
    results = json.loads(kept.read_text(encoding='utf-8')) if kept.exists() else {}
    failed = []
    for name in arguments.names or BENCHES:
        print(f'== {name}', file=sys.stderr, flush=True)
        try:
            result = BENCHES[name][1](bench)
        except Exception as error:  # the others are still worth measuring
            failed.append(name)
            print(f'{name} could not be measured: {error}', file=sys.stderr, flush=True)
            continue
        results[name] = result | {'date': datetime.date.today().isoformat(), 'machine': machine()}
        kept.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding='utf-8')
    target = bench.work / 'quick.md' if arguments.quick else SOURCE / 'docs/BENCHMARKS.md'
    target.write_text(page(results), encoding='utf-8')
    print(f'Written: {target}')
    return 1 if failed else 0


sys.exit(main())
