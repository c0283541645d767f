import { takesDrawings } from '../../../data/photos/drawings/takesDrawings';
import { blackLines } from '../model/blackText';
import { startsWith } from '../model/modelFile';
import { pythonValue } from '../pythonText';
import { classesFile } from '../../answerClasses';
import { wordPattern } from '../../wordPattern';
import { preparedModules, preparedRowText, preparesRows } from '../../preparedRow';
import type { ProjectFacts } from './facts';

/** The size of the one picture that the model takes; null where it takes something else, or several. */
function pictureSize({ kind, inputs }: ProjectFacts): readonly number[] | null {
  const [shape = [], ...others] = inputs.map((input) => input.shape);
  const sizes = shape.filter((size) => size !== null);
  return kind === 'images' && others.length === 0 && sizes.length === 3 ? sizes : null;
}

/** How a sample on the command line becomes values; null: only files of numpy. */
function sampleText(facts: ProjectFacts): { imports: string; body: string; help: string } {
  const { kind, source, sampleShape } = facts;
  if (source === 'photos') {
    return { imports: '', body: '    return photo(text)', help: 'photos' };
  }
  if (kind === 'images' && sampleShape) {
    // As in the editor: read in the size of the model, not in that of what it has learned from.
    const [height, width, channels] = pictureSize(facts) ?? sampleShape;
    return {
      imports: '',
      body: `${blackLines(`picture = keras.utils.load_img(text, color_mode="${channels === 1 ? 'grayscale' : 'rgb'}", target_size=(${height}, ${width}), interpolation="${drawings(facts) ? 'bilinear' : facts.training.interpolation}")`, '    ').join('\n')}
    return keras.utils.img_to_array(picture, data_format="channels_last")`,
      help: 'pictures',
    };
  }
  if (kind === 'text' && sampleShape) {
    const [length] = sampleShape;
    return {
      imports: 'import re\n',
      body: `    known = {word: place for place, word in enumerate(data.about.get("words", []))}
    words = re.findall(WORD, text.lower())[-${length}:]
    row = [known.get(word, 1) for word in words]
    return numpy.array([0] * (${length} - len(row)) + row)`,
      help: 'texts in quotation marks',
    };
  }
  if (kind === 'numbers' && preparesRows(facts.dataset)) {
    return {
      imports: preparedModules.map((name) => `import ${name}\n`).join(''),
      body: '    return numpy.array(prepared(text, data.about["preparation"]))',
      help: 'rows of the table, cells with commas between',
    };
  }
  if (kind === 'numbers') {
    return {
      imports: '',
      body: '    return numpy.array([float(part) for part in text.split(",")])',
      help: 'numbers with commas between',
    };
  }
  return { imports: '', body: '    return numpy.load(text)', help: '.npy files' };
}

/** Are pictures drawings, light on black? */
/** Does the model take drawings? Its own channels say so, not those of what it has learned from. */
const drawings = (facts: ProjectFacts) =>
  takesDrawings((pictureSize(facts) ?? facts.sampleShape ?? facts.inputs[0]?.shape)?.at(-1), facts.training.dataset);

/** `light_on_dark`: the editor's rule for drawings on paper. */
const lightOnDark = `def light_on_dark(picture, invert):
    """A drawing as it is, or inverted; invert=None: where its border is light."""
    border = numpy.ones(picture.shape[:2], bool)
    border[1:-1, 1:-1] = False
    if invert is None:
        invert = picture.max() <= 255 and picture[border].mean() > 127.5
    return 255 - picture if invert else picture`;

/** `answer`: what an output's row says. */
export function answerText({ outputs: [first] }: ProjectFacts): string {
  const lines =
    first === undefined || first.targets === 'numbers'
      ? ['    return ", ".join(f"{value:.4g}" for value in row)']
      : first.units === 1
        ? [
            `    label = int(row[0] > ${first.targets === 'plusMinus' ? 0 : 0.5})`,
            '    return f"{classes[label] if classes else label} ({row[0]:.4f})"',
          ]
        : [
            '    label = int(row.argmax())',
            '    name = classes[label] if classes and label < len(classes) else label',
            '    return f"{name} ({row[label]:.4f})"',
          ];
  return ['def answer(row, classes):', '    """An output\'s row in words."""', ...lines].join('\n');
}

/** `predict.py`; \`imagenet\`: the answers are ImageNet's classes, whose names lie beside it. */
export function predictFile(facts: ProjectFacts, imagenet = false): string {
  const { imports, body, help } = sampleText(facts);
  const { outputs, source, kind } = facts;
  const only = outputs.length === 1;
  const [first] = outputs;
  const classes = first !== undefined && first.targets !== 'numbers';
  const named = imagenet ? 'CLASSES' : classes ? 'data.classes' : 'None';
  const uses = (text: string) => body.includes(text);
  // Of their own size already.
  const prepares = source !== 'photos' && pictureSize(facts) !== null;
  const opened = '    data = Data(options.data)\n';
  const takesData = body.includes('data.');
  const takesRows = uses('prepared(');
  // Drawings on paper are turned into light on dark, as in the editor.
  const turns = kind === 'images' && drawings(facts);
  const needsKeras = uses('keras.');
  const weights = startsWith(facts.plan) === null ? '' : 'weights=None';
  return `"""Says what the trained model answers: python predict.py --help says to what."""

import argparse
${takesRows ? imports : ''}${imagenet ? 'import json\n' : ''}import pathlib
${takesRows ? '' : imports}
${needsKeras ? 'import keras\n' : ''}import numpy

from data import DATA, Data, model_inputs${uses('photo(') ? ', photo' : ''}${prepares ? ', prepare' : ''}
from model import build_model

HERE = pathlib.Path(__file__).parent
PLACES = HERE / "trained" / "model.keras", HERE / "weights" / "model.weights.h5"
${uses('WORD,') ? wordPattern : ''}${imagenet ? `CLASSES = json.loads((HERE / "${classesFile}").read_text("utf-8"))\n` : ''}

def trained_model():
    """The model with what it learned last."""
    for place in PLACES:
        if place.exists():
            model = build_model(${weights})
            model.load_weights(place)
            return model
    raise SystemExit("The model knows nothing yet: run python train.py first.")


${takesRows ? `${preparedRowText}\n\n\n` : ''}def sample(text${takesData ? ', data' : ''}):
    """A sample of the command line as values."""
${body}


${turns ? `${lightOnDark}\n\n\n` : ''}${answerText(facts)}


def main():
    parser = argparse.ArgumentParser(description="Says what the trained model answers.")
${blackLines(`parser.add_argument("given", nargs="*", help="${help}; none: samples held back for validation")`, '    ').join('\n')}
    parser.add_argument("--samples", type=int, default=10, help="so many of them")
    parser.add_argument("--data", type=pathlib.Path, default=DATA, help="their file")
${
  turns
    ? `    parser.add_argument(
        "--invert",
        action=argparse.BooleanOptionalAction,
        help="exchange light and dark; neither: of what has a light border",
    )
`
    : ''
}    options = parser.parse_args()
    model = trained_model()
${imagenet ? '' : opened}    if options.given:
        try:
            values = numpy.stack([sample(text${takesData ? ', data' : ''}) for text in options.given])
        except (OSError, ValueError) as error:
            raise SystemExit(f"Give ${help}: {error}") from None
${turns ? '        values = numpy.stack([light_on_dark(x, options.invert) for x in values])\n' : ''}${
    source !== 'photos' && kind !== 'images' && facts.sampleShape
      ? `        if values.shape[1:] != ${pythonValue(facts.sampleShape)}:
            found = values.shape[1:]
            raise SystemExit(f"Samples are ${pythonValue(facts.sampleShape)}, not {found}.")
`
      : ''
  }        inputs = ${prepares ? 'prepare' : 'model_inputs'}(values)
    else:
${imagenet ? `    ${opened}` : ''}        held = data.validation if len(data.validation) > 0 else data.training
        inputs = model_inputs(data.values(held[: options.samples]))
    answers = model.predict(inputs, verbose=0${facts.batchSize === 1 || facts.stateful ? `, batch_size=${facts.batchSize}` : ''})
${
  only
    ? `    for place, row in enumerate(answers):
        name = options.given[place] if options.given else f"sample {place + 1}"
        print(f"{name}: {answer(row, ${named})}")`
    : `    for output, rows in zip(model.output_names, answers):
        for place, row in enumerate(rows):
            said = answer(row, ${named})
            print(f"{output}, sample {place + 1}: {said}")`
}


if __name__ == "__main__":
    main()
`;
}
