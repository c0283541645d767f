import { classesFile } from '../../answerClasses';
import { wordPattern } from '../../wordPattern';
import { preparedModules, preparedRowText } from '../../preparedRow';

/** How `predict.py` makes a sample of what is given on the command line. */
type Given = 'photos' | 'drawings' | 'texts' | 'rows' | 'numbers' | 'files';

const samples: Readonly<Record<Given, string>> = {
  photos: `    """A photo as the model takes it."""
    return channels_first(prepared(torch.from_numpy(read_photo(Path(text)))[None]))`,
  drawings: `    """A drawing, light on dark; invert=None: turned where its border is light."""
    pixels = torch.from_numpy(read_photo(Path(text), drawing=True))[None]
    border = torch.ones(pixels.shape[1:3], dtype=torch.bool)
    border[1:-1, 1:-1] = False
    if invert is None:
        invert = bool(pixels.max() <= 255 and pixels[:, border].mean() > 127.5)
    return channels_first(prepared(255 - pixels if invert else pixels))`,
  texts: `    """A text as the numbers of its last words, behind zeros."""
    known = {word: number for number, word in enumerate(json.loads(WORDS.read_text("utf-8")))}
    length = settings.SHAPES[0][0]
    words = re.findall(WORD, text.lower())[-length:]
    row = [known.get(word, 1) for word in words]
    return torch.tensor([[0.0] * (length - len(row)) + row])`,
  rows: `    """A row of the table, in the shape of the input."""
    row = torch.tensor(prepared(text, json.loads(ROWS.read_text("utf-8"))))
    return channels_first(row.view(1, *settings.SHAPES[0]))`,
  numbers: `    """Numbers with commas between them, in the shape of the input."""
    numbers = torch.tensor([float(number) for number in text.split(",")])
    return channels_first(numbers.view(1, *settings.SHAPES[0]))`,
  files: `    """The values of a .npy file, in the shape of the input."""
    values = torch.from_numpy(np.load(text)).float()
    return channels_first(values.view(1, *settings.SHAPES[0]))`,
};

const helps: Readonly<Record<Given, string>> = {
  photos: 'photos',
  drawings: 'pictures',
  texts: 'texts in quotation marks',
  rows: 'rows of the table, cells with commas between',
  numbers: 'numbers with commas between',
  files: '.npy files',
};

/** The same, with types. */
const typedRowText = preparedRowText.replace('(text, columns)', '(text: str, columns: list[dict]) -> list[float]');

/** `predict.py`; \`imagenet\`: the answers are ImageNet's classes, whose names lie beside it. */
export function predictText(given: Given, imagenet = false): string {
  const pictures = 'channels_first, load, prepared, read_photo';
  const uses = { photos: pictures, drawings: pictures, texts: 'load' }[given as string];
  const turns = given === 'drawings';
  const texts = given === 'texts';
  const rows = given === 'rows';
  const classes = imagenet ? 'CLASSES' : 'settings.CLASSES';
  return `"""What the model says: about the first validation samples, or about what is given."""

import argparse
${rows ? preparedModules.map((name) => `import ${name}\n`).join('') : ''}${texts || rows || imagenet ? 'import json\n' : ''}${texts ? 'import re\n' : ''}from pathlib import Path

${given === 'files' ? 'import numpy as np\n' : ''}import torch
from torch import Tensor

import settings
from data import ${uses ?? 'channels_first, load'}
from model import Model
from training import listed, read_model

HERE = Path(__file__).parent
PLACES = (HERE / "trained" / "model.safetensors", HERE / "weights.safetensors")
${texts ? `WORDS = HERE / "data" / "words.json"\n${wordPattern}` : ''}${rows ? 'ROWS = HERE / "data" / "preparation.json"\n' : ''}${imagenet ? `CLASSES = json.loads((HERE / "${classesFile}").read_text("utf-8"))\n` : ''}

def trained_model() -> Model:
    """The model with what it learned last."""
    for place in PLACES:
        if place.exists():
            return read_model(place)
    raise SystemExit("The model knows nothing yet: run python train.py first.")


${rows ? `${typedRowText}\n\n\n` : ''}def sample(text: str${turns ? ', invert: bool | None = None' : ''}) -> Tensor:
${samples[given]}


def answer(rows: tuple[Tensor, ...], sample: int) -> str:
    """The answers for one sample; of classes the most likely one."""
    texts = []
    for said, row in zip(settings.OUTPUTS, rows, strict=True):
        values = row[sample].flatten()
        if ${classes} is not None and len(values) == len(${classes}):
            best = int(values.argmax())
            text = f"{${classes}[best]} ({float(values[best]):.3f})"
        else:
            text = ", ".join(f"{float(value):.4f}" for value in values[:10])
        texts.append(text if len(rows) == 1 else f"{said['name']}: {text}")
    return "; ".join(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description="Says what the model answers.")
    parser.add_argument("given", nargs="*", help="${helps[given]}; none: held back")
    parser.add_argument("--data", help="a folder of photos or an .npz file")
    parser.add_argument("--samples", type=int, default=10, help="so many of them")
${turns ? '    turned = argparse.BooleanOptionalAction\n    parser.add_argument("--invert", action=turned, help="neither: where the border is light")\n' : ''}    chosen = parser.parse_args()
    if chosen.given and len(set(settings.ARRAYS)) > 1:
        parser.error("this model takes several inputs: they have to be in an .npz file")
    model = trained_model()
    with torch.no_grad():
        if not chosen.given:
            samples = load(chosen.data)
            held = samples.parts["validation"] or samples.parts["training"]
            places = held[: max(1, chosen.samples)]
            inputs, _, _ = samples.batch(places, training=False)
            rows = listed(model(*inputs))
            for index, place in enumerate(places):
                print(f"sample {place}: {answer(rows, index)}")
        for text in chosen.given:
            try:
                x = sample(text${turns ? ', chosen.invert' : ''})
            except (OSError, RuntimeError, ValueError) as error:
                parser.error(f"{text}: give ${helps[given]}: {error}")
            print(f"{text}: {answer(listed(model(*[x] * len(settings.ARRAYS))), 0)}")


if __name__ == "__main__":
    main()
`;
}
