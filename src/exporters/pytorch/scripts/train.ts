/** `train.py`, with the optimizer as it is called. */
export const trainText = (
  optimizer: string,
  own: boolean,
) => `"""Trains the model as the editor does: python train.py --help says what can be changed."""

import argparse
import csv
from pathlib import Path

import torch
from safetensors.torch import save_file

${own ? 'import optimizers\n' : ''}import settings
from data import Samples, load
from model import Model, load_model
from training import evaluate, train_epoch

HERE = Path(__file__).parent
START = HERE / "weights.safetensors"
TRAINED = HERE / "trained.safetensors"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Trains the model.")
    parser.add_argument("--data", metavar="FOLDER", help="photos, one folder per class")
    parser.add_argument("--epochs", type=int, default=settings.EPOCHS)
    parser.add_argument("--batch-size", type=int, default=settings.BATCH_SIZE)
    parser.add_argument("--learning-rate", type=float, help="instead of the editor's")
    parser.add_argument("--fresh", action="store_true", help="start from new weights")
    return parser.parse_args()


def optimizer_for(model: Model, learning_rate: float | None) -> torch.optim.Optimizer:
    parameters = [one for one in model.parameters() if one.requires_grad]
    optimizer = ${optimizer}
    if learning_rate is not None:
        for group in optimizer.param_groups:
            group["lr"] = learning_rate
    return optimizer


def stops(history: list[dict[str, float]]) -> bool:
    """Keras's EarlyStopping: so many epochs without an improvement of more than min_delta."""
    rule = settings.EARLY_STOPPING
    if rule is None:
        return False
    best, waited = None, 0
    for epoch in history:
        value = epoch.get(rule["monitor"])
        if value is None:
            return False
        gain = 0.0 if best is None else value - best
        if not rule["monitor"].endswith("accuracy"):
            gain = -gain
        if best is None or gain > rule["min_delta"]:
            best, waited = value, 0
        else:
            waited += 1
    return 0 < waited >= rule["patience"]


def train(
    model: Model,
    optimizer: torch.optim.Optimizer,
    samples: Samples,
    epochs: int,
    batch_size: int,
) -> list[dict[str, float]]:
    """All epochs, or until it no longer gets better; prints the curves."""
    history: list[dict[str, float]] = []
    for epoch in range(1, epochs + 1):
        numbers = train_epoch(model, optimizer, samples, epoch, batch_size)
        held = evaluate(model, samples, "validation", batch_size)
        history.append(numbers | {f"validation_{name}": value for name, value in held.items()})
        said = "  ".join(f"{name} {value:.4f}" for name, value in history[-1].items())
        print(f"epoch {epoch}/{epochs}  {said}", flush=True)
        if stops(history):
            print("It no longer gets better.")
            break
    return history


def main() -> None:
    given = arguments()
    torch.manual_seed(settings.SEED)
    samples = load(given.data)
    model = load_model(START) if START.exists() and not given.fresh else Model()
    optimizer = optimizer_for(model, given.learning_rate)
    history = train(model, optimizer, samples, given.epochs, given.batch_size)
    tested = evaluate(model, samples, "test", given.batch_size)
    if tested:
        print("test  " + "  ".join(f"{name} {value:.4f}" for name, value in tested.items()))
    save_file(model.state_dict(), TRAINED)
    with (HERE / "curves.csv").open("w", newline="") as file:
        rows = csv.DictWriter(file, ["epoch", *history[0]])
        rows.writeheader()
        rows.writerows({"epoch": epoch} | row for epoch, row in enumerate(history, 1))
    print(f"The weights are in {TRAINED.name}, the curves in curves.csv.")


if __name__ == "__main__":
    main()
`;
