"""Runs ONNX files with onnxruntime and compares with numbers given: a folder per line in, one answer per line out.

In the folder lie `model.onnx` and `case.json`: inputs and outputs by name, each with its shape and a file of
little-endian float32. What onnxruntime warns of is a problem: that a shape is not the one the file declares, above all.
"""

import json
import os
import platform
import re
import sys
import tempfile
from contextlib import contextmanager

import numpy as np
import onnx
import onnxruntime

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'keras', 'python'))
from drawn import distance  # noqa: E402
from rounded import spread  # noqa: E402

warnings = 2
onnxruntime.set_default_logger_severity(warnings)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
options.log_severity_level = warnings
# Largest difference allowed, relative or absolute.
tolerance = 1e-5


@contextmanager
def warned(problems):
    """Adds what onnxruntime warns of, which it writes past Python, to the problems."""
    before = os.dup(2)
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(before, 2)
            os.close(before)
            said.seek(0)
            lines = said.read().decode('utf-8', 'replace').splitlines()
            problems += [re.sub(r'^.*\[W:onnxruntime:[^\]]*\] ', 'warns: ', line)[:400] for line in lines if '[W:' in line]


def numbers_in(folder, entry):
    values = np.fromfile(os.path.join(folder, entry['file']), dtype='<f4')
    return values.reshape(entry['shape'])


def check(folder):
    path = os.path.join(folder, 'model.onnx')
    onnx.checker.check_model(path, full_check=True)
    model = onnx.load(path)
    with open(os.path.join(folder, 'case.json'), encoding='utf-8') as file:
        case = json.load(file)
    problems = []
    with warned(problems):
        session = onnxruntime.InferenceSession(path, options, providers=['CPUExecutionProvider'])
    nodes = [node.op_type for node in model.graph.node]
    counts = {'nodes': len(nodes), 'transposes': nodes.count('Transpose')}
    if not case['outputs']:
        return {'problems': problems, 'gap': None, 'excused': None, **counts}
    feeds = {}
    for port, entry in zip(session.get_inputs(), case['inputs'], strict=True):
        if port.name != entry['name']:
            problems.append(f'input {port.name} instead of {entry["name"]}')
        feeds[port.name] = numbers_in(folder, entry).astype('int32' if 'int32' in port.type else 'float32')
    gap = 0.0
    with warned(problems):
        answers = session.run(None, feeds)
    for port, theirs, entry in zip(session.get_outputs(), answers, case['outputs'], strict=True):
        if port.name != entry['name']:
            problems.append(f'output {port.name} instead of {entry["name"]}')
        ours = numbers_in(folder, entry)
        if ours.shape != theirs.shape:
            problems.append(f'{port.name}: ours has shape {ours.shape}, onnxruntime {theirs.shape}')
            continue
        finite = np.isfinite(ours)
        if not np.array_equal(finite, np.isfinite(theirs)):
            problems.append(f'{port.name}: values that are not finite differ')
            continue
        if finite.any():
            gap = max(gap, distance(ours[finite], theirs[finite], sums=False))
    excused = None
    if gap > tolerance:
        moved = spread(model, feeds, answers, options)
        if gap <= tolerance + moved:
            excused = {'where': 'forward', 'gap': gap, 'moved': moved}
            gap = None
        else:
            problems.append(f'differs by {gap:.1e} (rounding moves it by {moved:.1e})')
    return {'problems': problems, 'gap': gap, 'excused': excused, **counts}


def main():
    versions = {
        'onnxruntime': onnxruntime.__version__,
        'onnx': onnx.__version__,
        'NumPy': np.__version__,
        'Python': platform.python_version(),
    }
    print(json.dumps(versions), flush=True)
    for line in sys.stdin:
        try:
            answer = check(line.strip())
        except Exception as error:  # One broken case must not hide the others.
            problem = f'{type(error).__name__}: {error}'[:600]
            answer = {'problems': [problem], 'gap': None, 'excused': None, 'nodes': 0, 'transposes': 0}
        print(json.dumps(answer), flush=True)


main()
