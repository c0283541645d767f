"""Runs the programs of exported Keras projects, as `programs.py` says."""

import importlib
import os
import sys

answers = os.fdopen(os.dup(sys.stdout.fileno()), 'w', encoding='utf-8')
os.environ.setdefault('KERAS_BACKEND', 'jax')
os.environ['JAX_PLATFORMS'] = 'cpu'
os.environ['CUDA_VISIBLE_DEVICES'] = ''
# Most of the time goes into compiling models that run a few steps.
os.environ.setdefault('JAX_DISABLE_MOST_OPTIMIZATIONS', '1')

import keras  # noqa: E402
import programs  # noqa: E402

backend = keras.backend.backend()
versions = f'Keras {keras.__version__} on {backend} {importlib.import_module(backend).__version__}'
programs.answer(versions, answers, keras.utils.clear_session)
