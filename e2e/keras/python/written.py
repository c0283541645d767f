"""A layer as scripts write it against the same layer with every argument: what is left out, Keras takes by itself."""

import keras


def settings(call):
    # Names are numbered anew, so that both have the same.
    keras.utils.clear_session(free_memory=False)
    return eval(call, {'keras': keras, 'layers': keras.layers}).get_config()


def compare_written(calls, problems):
    written, whole = settings(calls['written']), settings(calls['whole'])
    for name in written.keys() | whole.keys():
        if written.get(name) != whole.get(name):
            problems.append(f'{name} is {written.get(name)}, with every argument {whole.get(name)}'[:300])
