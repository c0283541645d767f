"""Runs the programs of exported projects: one project per line in, one answer per line out."""

import contextlib
import io
import json
import os
import runpy
import sys
import time
import traceback

OWN = (
    'model layers initializers settings data losses metrics optimizers schedule training train predict test_model'
).split()
sys.dont_write_bytecode = True


def run(folder, program, given):
    """One program as from the command line, in a process that has the packages already."""
    for name in OWN:
        sys.modules.pop(name, None)
    os.chdir(folder)
    sys.path[0] = folder
    sys.argv = [program, *given]
    said = io.StringIO()
    began = time.monotonic()
    problem = None
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            runpy.run_path(os.path.join(folder, program), run_name='__main__')
        except SystemExit as end:
            problem = None if end.code in (None, 0) else str(end.code)
        except Exception as error:  # One broken project must not hide the others.
            problem = f'{type(error).__name__}: {error}'[:600]
            traceback.print_exc(file=said)
    return {'problem': problem, 'seconds': time.monotonic() - began, 'said': said.getvalue()[-3000:]}


def answer(versions, answers, before=lambda: None):
    """Answers every line of stdin into the file `answers`; `before` is called before each program."""
    for line in sys.stdin:
        asked = json.loads(line)
        ran = []
        for program, *given in asked['programs']:
            before()
            ran.append(run(asked['folder'], program, given))
        print(json.dumps({'versions': versions, 'ran': ran}), file=answers, flush=True)
