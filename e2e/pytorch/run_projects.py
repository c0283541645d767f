"""Runs the programs of exported PyTorch projects, as `../keras/projects/programs.py` says."""

import os
import sys

answers = os.fdopen(os.dup(sys.stdout.fileno()), 'w', encoding='utf-8')
sys.path.insert(1, os.path.join(os.path.dirname(__file__), '../keras/projects'))

import programs  # noqa: E402
import safetensors.torch  # noqa: E402, F401
import torch  # noqa: E402

programs.answer(f"PyTorch {torch.__version__.split('+')[0]}", answers)
