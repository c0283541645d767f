import type { Plan } from '../../../compile/plan';
import { layerNames } from '../../../compile/layerNames';
import { pythonString } from '../pythonText';
import type { ProjectFacts } from './facts';

/** A size that an open axis gets in the sample that is compared. */
const openAxis = 32;

/** By input that takes word numbers: below which number they lie. */
function vocabularies({ steps, inputs }: Plan): readonly string[] {
  const names = layerNames(steps);
  return inputs.flatMap((input) => {
    const taker = steps.find((step) => step.inputs.includes(input) && step.call.traits.vocabulary !== undefined);
    return taker ? [`${pythonString(names.get(input)!)}: ${taker.call.traits.vocabulary}`] : [];
  });
}

/**
 * `to_litert.py`: the trained model as TensorFlow's SavedModel and as a LiteRT file, both compared with Keras; null for a
 * model that keeps its state between batches, which neither does.
 */
export function litertFile({ plan, stateful }: ProjectFacts): string | null {
  if (stateful) return null;
  const words = vocabularies(plan);
  return `"""Takes the trained model to SavedModel and LiteRT, with TensorFlow as the backend."""

import argparse
import pathlib
import re

import keras
import numpy

from predict import trained_model

HERE = pathlib.Path(__file__).parent
SAVED_MODEL = HERE / "trained" / "saved_model"
LITERT = HERE / "trained" / "model.tflite"
VOCABULARY = {${words.join(', ')}}
ALLOWED = 1e-5


def sample(model):
    """One random sample: a value per input; the numbers of words are known ones."""
    rng = numpy.random.default_rng(1)
    values = []
    for tensor in model.inputs:
        shape = [1, *(size or ${openAxis} for size in tensor.shape[1:])]
        words = VOCABULARY.get(tensor.name)
        if words is None:
            values.append(rng.random(shape, dtype="float32"))
        else:
            values.append(rng.integers(0, words, shape).astype(tensor.dtype))
    return values


def check(what, answers, expected):
    """Says how far answers are from Keras's, and ends where that is too far."""
    gaps = [
        numpy.max(numpy.abs(answer - right) / numpy.maximum(1, numpy.abs(right)))
        for answer, right in zip(answers, expected, strict=True)
    ]
    print(f"{what}: {max(gaps):.1e} from Keras.")
    if not max(gaps) <= ALLOWED:
        raise SystemExit(f"{what} answers otherwise than Keras: do not use it.")


def listed(answers):
    return list(answers) if isinstance(answers, (list, tuple)) else [answers]


def to_saved_model(model, values):
    """Writes a folder for TensorFlow; gives its answers."""
    import tensorflow

    model.export(str(SAVED_MODEL), format="tf_saved_model", verbose=False)
    loaded = tensorflow.saved_model.load(str(SAVED_MODEL))
    answers = loaded.serve(values if len(values) > 1 else values[0])
    return [answer.numpy() for answer in listed(answers)]


def to_litert(model, values):
    """Writes a file for LiteRT, which takes one sample at a time; gives its answers."""
    import tensorflow

    specs = [
        tensorflow.TensorSpec([1, *tensor.shape[1:]], tensor.dtype, tensor.name)
        for tensor in model.inputs
    ]
    model.export(
        str(LITERT),
        format="litert",
        input_signature=[specs] if len(specs) > 1 else specs,
        verbose=False,
        target_spec={"supported_ops": [tensorflow.lite.OpsSet.TFLITE_BUILTINS]},
    )
    run = tensorflow.lite.Interpreter(str(LITERT)).get_signature_runner()
    given = {tensor.name: x for tensor, x in zip(model.inputs, values, strict=True)}
    answers = run(**given)
    return [answers[f"output_{place}"] for place in range(len(answers))]


def main():
    about = "Writes the trained model as trained/saved_model/ and trained/model.tflite."
    argparse.ArgumentParser(description=about).parse_args()
    if keras.backend.backend() != "tensorflow":
        raise SystemExit(
            "SavedModel and LiteRT are TensorFlow's: pip install '.[tensorflow]' and\\n"
            "KERAS_BACKEND=tensorflow python to_litert.py"
        )
    model = trained_model()
    SAVED_MODEL.parent.mkdir(exist_ok=True)
    values = sample(model)
    answers = listed(model(values, training=False))
    expected = [numpy.asarray(answer) for answer in answers]
    check(SAVED_MODEL.name, to_saved_model(model, values), expected)
    try:
        answers = to_litert(model, values)
    except Exception as error:  # noqa: BLE001, the converter has no class of its own
        LITERT.unlink(missing_ok=True)
        missing = sorted(set(re.findall(r"'(tf\\.\\w+)' op", str(error))))
        said = ", ".join(missing) or str(error).strip().splitlines()[0][:300]
        raise SystemExit(f"LiteRT has no form for this model: {said}") from None
    check(LITERT.name, answers, expected)


if __name__ == "__main__":
    main()
`;
}
