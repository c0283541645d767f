"""Runs the programs of exported projects: one project per line in, one answer per line out."""

import contextlib
import importlib
import io
import json
import os
import runpy
import sys
import time
import traceback

answers = os.fdopen(os.dup(sys.stdout.fileno()), 'w', encoding='utf-8')
os.environ.setdefault('KERAS_BACKEND', 'jax')
os.environ['JAX_PLATFORMS'] = 'cpu'
os.environ['CUDA_VISIBLE_DEVICES'] = ''
# Most of the time goes into compiling models that run a few steps.
os.environ['JAX_DISABLE_MOST_OPTIMIZATIONS'] = '1'

import keras  # noqa: E402

OWN = 'model', 'data', 'train', 'predict', 'test_model'


def run(folder, program, given):
    """One program as from the command line, in a process that has Keras already."""
    keras.utils.clear_session()
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
            traceback.print_exc()
    text = said.getvalue()
    return {'problem': problem, 'seconds': time.monotonic() - began, 'said': text[-3000:]}


backend = keras.backend.backend()
versions = f'Keras {keras.__version__} on {backend} {importlib.import_module(backend).__version__}'
for line in sys.stdin:
    asked = json.loads(line)
    ran = [run(asked['folder'], program, given) for program, *given in asked['programs']]
    print(json.dumps({'versions': versions, 'ran': ran}), file=answers, flush=True)
