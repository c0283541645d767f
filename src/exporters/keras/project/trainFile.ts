import { blackLines } from '../model/blackText';
import { startsWith } from '../model/modelFile';
import { type PythonPart, pythonFile } from '../pythonPart';
import { pythonString } from '../pythonText';
import type { ProjectFacts } from './facts';
import { fineTuning } from './fineTuning';
import { takesPretrained, trainPart } from './trainPart';

/** `train.py`. */
export const trainFile = (facts: ProjectFacts): string =>
  pythonFile({
    about: 'Trains the model as the editor does: python train.py --help says with what.',
    parts: [trainPart(facts), commandPart(facts)],
    own: [
      'from data import DATA, Batches, Data',
      `from model import build_model${takesPretrained(facts) ? ', load_pretrained' : ''}`,
    ],
    run: 'main()',
  });

const countText = `def count(text):
    """A whole number of 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of 1 or more, not {text}")
    return int(text)`;

const rateText = `def rate(text):
    """A number above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"a number above 0, not {text}")
    return value`;

/** The command line of the training. */
export function commandPart(facts: ProjectFacts): PythonPart {
  const { source, plan } = facts;
  const thaws = fineTuning(plan).layers.length > 0;
  const what = source === 'photos' ? 'folder of photos, a folder per class in it' : '.npz file with x and y';
  const option = (text: string) => blackLines(`parser.add_argument(${text})`, '    ').join('\n');
  const main = `def main():
    parser = argparse.ArgumentParser(
        description="Trains the model; what it learns is kept in trained/.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
${option('"--epochs", type=count, default=EPOCHS, help="times through the data"')}
${option('"--batch-size", type=count, default=BATCH_SIZE, help="samples at a time"')}
${option('"--learning-rate", type=rate, default=LEARNING_RATE, help="how far each step goes; a tenth of it with --fine-tune"')}
${option(`"--data", default=DATA, type=pathlib.Path, help=${pythonString(`a ${what}`)}`)}
${option('"--resume", action="store_true", help="go on from trained/, up to --epochs"')}
${option(`"--fine-tune", action="store_true", help="train on from trained/, slowly${thaws ? ' and with frozen layers thawed' : ''}"`)}
    options = parser.parse_args()
    keras.utils.set_random_seed(SEED)
    if (options.resume or options.fine_tune) and not TRAINED.exists():
        parser.error(f"there is no {TRAINED} yet: train without it first")
    data = Data(options.data)
    done = 0
    if options.resume or options.fine_tune:
        model = build_model(${startsWith(plan) === null ? '' : 'weights=None'})
    else:
        model = starting_model()
    learning_rate = options.learning_rate
    if options.fine_tune:
${thaws ? '        thaw(model)\n' : ''}        learning_rate /= 10
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
    fit(model, data, options.epochs, options.batch_size, done)
    print(f"The trained model is {TRAINED}, its curves are {CURVES}.")`;
  return { modules: ['argparse', 'pathlib', 'keras'], constants: {}, definitions: [countText, rateText, main] };
}
