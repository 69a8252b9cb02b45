"""Measures whole processes from outside. Contestants run in turn, A B C A B C …, so that a machine which
speeds up or slows down does so for all; figures are medians, and ratios are medians of the pairs' ratios."""
import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile


@dataclasses.dataclass
class Sample:
    seconds: float
    megabytes: float
    value: float = 0.0  # what a probe printed, where the process itself is not what is timed


@dataclasses.dataclass
class Contestant:
    """A command to time. before() runs untimed ahead of each run; parse() reads a probe's output."""
    name: str
    command: list
    before: object = None
    stdin_text: str = None  # given on file descriptor 3, as a passphrase is
    parse: object = None
    rounds: int = None  # fewer than the others, for the very slow
    samples: list = dataclasses.field(default_factory=list)

    def run(self):
        if self.before:
            self.before()
        with tempfile.TemporaryDirectory() as folder:
            output = os.path.join(folder, 'out')
            figures = launch({'command': self.command, 'stdin3': self.stdin_text, 'output': output if self.parse else os.devnull})
            if figures['code']:
                raise RuntimeError(f'{self.name} ended with {figures["code"]}: {figures["errors"]}')
            value = 0.0
            if self.parse:
                with open(output, encoding='utf-8') as file:
                    value = float(self.parse(file.read()))
        return Sample(figures['seconds'], figures['megabytes'], value)

    @property
    def seconds(self):
        return statistics.median(s.seconds for s in self.samples)

    @property
    def megabytes(self):
        return max(s.megabytes for s in self.samples)

    @property
    def value(self):
        return statistics.median(s.value for s in self.samples)


launcher = None


def launch(job):
    """Has the launcher run a job; it is started with the first one."""
    global launcher
    if launcher is None:
        launcher = subprocess.Popen([sys.executable, '-S', os.path.join(os.path.dirname(__file__), 'launcher.py')],
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    print(json.dumps(job), file=launcher.stdin, flush=True)
    return json.loads(launcher.stdout.readline())


def race(contestants, rounds, warm_ups=1):
    """Runs them in turn; the warm-ups are not counted."""
    for number in range(-warm_ups, rounds):
        for contestant in contestants:
            if contestant.rounds is not None and number >= contestant.rounds:
                continue
            if number < 0 and contestant.rounds is not None and contestant.rounds < rounds:
                continue  # too slow to be warmed: its first round is preceded by the others'
            sample = contestant.run()
            if number >= 0:
                contestant.samples.append(sample)
            print(f'  {contestant.name}: {sample.seconds:.3f} s, {sample.megabytes:.0f} MB' + (f', {sample.value:g}' if contestant.parse else '')
                  + (' (warm-up)' if number < 0 else ''), file=sys.stderr, flush=True)
    return contestants


def ratio(a, b, of='seconds'):
    """Median over the rounds of a's figure by b's."""
    return statistics.median(getattr(x, of) / getattr(y, of) for x, y in zip(a.samples, b.samples))


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
