/** `predict.py`. */
export const predictText = `"""What the model says: about the first validation samples, or about what is given."""

import argparse
from pathlib import Path

import torch
from torch import Tensor

import settings
from data import channels_first, load, prepared, read_photo
from model import load_model
from training import listed

HERE = Path(__file__).parent


def answer(rows: tuple[Tensor, ...], sample: int) -> str:
    """The answers for one sample; of classes the most likely one."""
    texts = []
    for said, row in zip(settings.OUTPUTS, rows, strict=True):
        values = row[sample].flatten()
        if settings.CLASSES is not None and len(values) == len(settings.CLASSES):
            best = int(values.argmax())
            text = f"{settings.CLASSES[best]} ({float(values[best]):.3f})"
        else:
            text = ", ".join(f"{float(value):.4f}" for value in values[:10])
        texts.append(text if len(rows) == 1 else f"{said['name']}: {text}")
    return "; ".join(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description="Predicts.")
    parser.add_argument("given", nargs="*", help="photos, or numbers with commas between them")
    parser.add_argument("--data", metavar="FOLDER", help="photos, one folder per class")
    parser.add_argument("--samples", type=int, default=10)
    chosen = parser.parse_args()
    trained = HERE / "trained.safetensors"
    model = load_model(trained if trained.exists() else HERE / "weights.safetensors")
    with torch.no_grad():
        if not chosen.given:
            samples = load(chosen.data)
            places = (samples.parts["validation"] or samples.parts["training"])[: chosen.samples]
            inputs, _, _ = samples.batch(places, training=False)
            rows = listed(model(*inputs))
            for index, place in enumerate(places):
                print(f"sample {place}: {answer(rows, index)}")
        for text in chosen.given:
            if settings.PICTURE is not None:
                x = channels_first(prepared(torch.from_numpy(read_photo(Path(text)))[None]))
            else:
                x = torch.tensor([[float(number) for number in text.split(",")]])
            print(f"{text}: {answer(listed(model(x)), 0)}")


if __name__ == "__main__":
    main()
`;
