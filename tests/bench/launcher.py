"""Starts the measured commands for the harness. A process of its own, because the peak memory that the
system tells of a child begins with that of its parent: this one stays small. Reads a job a line
(command, stdin3: text for file descriptor 3 or null, output: file), answers with a line of figures."""
import json
import os
import subprocess
import sys
import tempfile
import time


def run(job):
    passed = ()
    if job['stdin3'] is not None:
        read_end, write_end = os.pipe()
        os.write(write_end, job['stdin3'].encode() + b'\n')
        os.close(write_end)
        if read_end != 3:
            os.dup2(read_end, 3)
            os.close(read_end)
        passed = (3,)
    with open(job['output'], 'wb') as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(job['command'], stdin=subprocess.DEVNULL, stdout=output, stderr=errors, pass_fds=passed)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        errors.seek(0)
        told = errors.read()[-500:].decode(errors='replace')
    process.returncode = os.waitstatus_to_exitcode(status)
    if passed:
        os.close(3)
    return {'seconds': seconds, 'megabytes': usage.ru_maxrss / 1024, 'code': process.returncode, 'errors': told}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
