import { startsWith } from '../model/modelFile';
import { blackLines } from '../model/blackText';
import { pythonString, pythonValue } from '../pythonText';
import { learningRate } from './compileText';
import type { ProjectFacts } from './facts';
import { fineTuning } from './fineTuning';
import { takesPretrained, trainConstants, trainParts, tuneText } from './trainParts';

/** `train.py`. */
export function trainFile(facts: ProjectFacts): string {
  const { source } = facts;
  const rate = learningRate(facts);
  const { layers } = fineTuning(facts.plan);
  const what = source === 'photos' ? 'folder of photos, a folder per class in it' : '.npz file with x and y';
  const data = blackLines(
    `parser.add_argument("--data", default=DATA, type=pathlib.Path, help=${pythonString(`a ${what}`)})`,
    '    ',
  );
  return `"""Trains the model as the editor does: python train.py --help says with what."""

import argparse
import pathlib

import keras

from data import DATA, Batches, Data
from model import build_model${takesPretrained(facts) ? ', load_pretrained' : ''}

HERE = pathlib.Path(__file__).parent
${trainConstants(facts)}


${trainParts(facts).join('\n\n\n')}


def count(text):
    """A whole number of 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of 1 or more, not {text}")
    return int(text)


def rate(text):
    """A number above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"a number above 0, not {text}")
    return value


def main():
    parser = argparse.ArgumentParser(
        description="Trains the model; what it learns is kept in trained/.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
${blackLines(`parser.add_argument("--epochs", type=count, default=${facts.training.epochs}, help="times through the data")`, '    ').join('\n')}
${blackLines(`parser.add_argument("--batch-size", type=count, default=${facts.batchSize}, help="samples at a time")`, '    ').join('\n')}
    parser.add_argument(
        "--learning-rate",
        type=rate,
        default=${pythonValue(rate)},
        help="how far each step goes; a tenth of it with --fine-tune",
    )
${data.join('\n')}
    parser.add_argument(
        "--resume", action="store_true", help="go on from trained/, up to --epochs"
    )
    parser.add_argument(
        "--fine-tune",
        action="store_true",
        help="train on from trained/, slowly${layers.length > 0 ? ' and with frozen layers thawed' : ''}",
    )
    options = parser.parse_args()
    keras.utils.set_random_seed(SEED)
    if (options.resume or options.fine_tune) and not TRAINED.exists():
        parser.error(f"there is no {TRAINED} yet: train without it first")
    data = Data(options.data)
    done = 0
    if options.resume or options.fine_tune:
        model = build_model(${startsWith(facts.plan) === null ? '' : 'weights=None'})
    else:
        model = starting_model()
    learning_rate = options.learning_rate
    if options.fine_tune:
${tuneText(facts) === '' ? '' : '        thaw(model)\n'}        learning_rate /= 10
    compile_model(model, learning_rate)
    if options.resume:
        # With its tensors there, the optimizer goes on, too.
        model.optimizer.build(model.trainable_variables)
        done = len(CURVES.read_text("utf-8").splitlines()) - 1
        if done >= options.epochs:
            parser.error(f"{done} epochs are done: give more as --epochs")
    if options.resume or options.fine_tune:
        model.load_weights(TRAINED)
    model.summary()
    fit(model, data, options, done)
    print(f"The trained model is {TRAINED}, its curves are {CURVES}.")


if __name__ == "__main__":
    main()
`;
}
