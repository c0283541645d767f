"""A layer as scripts write it against the same layer with every argument: what is left out, Keras takes by itself."""

import keras


def settings(call, script):
    # Names are numbered anew, so that both have the same.
    keras.utils.clear_session(free_memory=False)
    # A script defines what Keras lacks.
    return eval(call, {**script, 'keras': keras, 'layers': keras.layers}).get_config()


def compare_written(calls, script, problems):
    written, whole = settings(calls['written'], script), settings(calls['whole'], script)
    for name in written.keys() | whole.keys():
        if written.get(name) != whole.get(name):
            problems.append(f'{name} is {written.get(name)}, with every argument {whole.get(name)}'[:300])
