"""Executes notebooks from top to bottom: one folder per line in, one answer per line out."""

import json
import os
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

answers = os.fdopen(os.dup(sys.stdout.fileno()), 'w', encoding='utf-8')
os.environ['JAX_PLATFORMS'] = 'cpu'
os.environ['CUDA_VISIBLE_DEVICES'] = ''
os.environ['JAX_DISABLE_MOST_OPTIMIZATIONS'] = '1'
for line in sys.stdin:
    folder = json.loads(line)['folder']
    began = time.monotonic()
    problem = None
    notebook = nbformat.read(os.path.join(folder, 'notebook.ipynb'), as_version=4)
    try:
        nbformat.validate(notebook)
        client = NotebookClient(notebook, timeout=900, kernel_name='python3', resources={'metadata': {'path': folder}})
        client.execute()
    except (nbformat.ValidationError, CellExecutionError) as error:
        problem = f'{type(error).__name__}: {error}'[-1500:]
    cells = [cell for cell in notebook.cells if cell.cell_type == 'code']
    outputs = [output for cell in cells for output in cell.outputs]
    texts = [output.get('text', '') for output in outputs]
    answer = {
        'problem': problem,
        'seconds': time.monotonic() - began,
        'cells': len(cells),
        'executed': sum(cell.execution_count is not None for cell in cells),
        'pictures': sum('image/png' in output.get('data', {}) for output in outputs),
        'said': ''.join(texts)[-1500:],
    }
    print(json.dumps(answer), file=answers, flush=True)
