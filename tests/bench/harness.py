"""Measures whole processes from outside. Contestants run in turn, A B C A B C …, so that a machine which
speeds up or slows down does so for all; figures are medians, and ratios are medians of the pairs' ratios."""
import dataclasses
import os
import statistics
import subprocess
import sys
import time


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
        passed = ()
        command = self.command
        if self.stdin_text is not None:
            read_end, write_end = os.pipe()
            os.write(write_end, self.stdin_text.encode() + b'\n')
            os.close(write_end)
            os.dup2(read_end, 3, inheritable=True)
            if read_end != 3:
                os.close(read_end)
            passed = (3,)
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=passed)
        output, errors = drain(process)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        if passed:
            os.close(3)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f'{self.name} ended with {process.returncode}: {errors[-500:].decode(errors="replace")}')
        return Sample(seconds, usage.ru_maxrss / 1024, float(self.parse(output.decode())) if self.parse else 0.0)

    @property
    def seconds(self):
        return statistics.median(s.seconds for s in self.samples)

    @property
    def megabytes(self):
        return max(s.megabytes for s in self.samples)

    @property
    def value(self):
        return statistics.median(s.value for s in self.samples)


def drain(process):
    """Both outputs to their ends, without reaping: the usage is read with the exit status."""
    import selectors
    chunks = {process.stdout: [], process.stderr: []}
    with selectors.DefaultSelector() as selector:
        for stream in chunks:
            selector.register(stream, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                data = os.read(key.fd, 65536)
                if data:
                    chunks[key.fileobj].append(data)
                else:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
    return b''.join(chunks[process.stdout]), b''.join(chunks[process.stderr])


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
