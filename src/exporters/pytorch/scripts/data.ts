import { photosOfFolder, readPhoto } from './photos';

/** `data.py` of an exported project; `changes` is what happens to training photos. */
export const dataText = (
  changes: string | null,
): string => `"""The samples: arrays of data/data.npz, or photos in folders."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

import settings
${changes === null ? '' : 'from layers import PhotoChanges\n'}
ARRAYS = Path(__file__).parent / "data" / "data.npz"
PARTS = {
    "training": ("train", "training"),
    "validation": ("val", "valid", "validation"),
    "test": ("test", "testing"),
}
WHAT_TO_DO = """There are no data here that this model can learn from.

Photos: python train.py --data FOLDER, with one folder per class in it, or with the folders train,
validation and test, each with one folder per class.
Anything else: write data/data.npz with numpy.savez: x0 (x1, ...), one array per input with the
samples as rows, channels last; labels, whole numbers from 0, or targets, a row of numbers per
sample; sample_weights if they count differently."""
AUGMENTATION = ${changes ?? 'None'}


def uniform(seed: int) -> Iterator[float]:
    """Numbers in [0, 1): the editor's own generator, mulberry32."""
    mask = 0xFFFFFFFF
    state = seed & mask
    while True:
        state = (state + 0x6D2B79F5) & mask
        mixed = ((state ^ (state >> 15)) * (state | 1)) & mask
        mixed ^= (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & mask)) & mask
        yield ((mixed ^ (mixed >> 14)) & mask) / 2**32


def epoch_order(count: int, seed: int, epoch: int) -> list[int]:
    """The order in which the editor goes through so many samples in this epoch."""
    hashed = 0x811C9DC5 ^ seed
    for letter in f"order\\n{epoch}":
        hashed = ((hashed ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    numbers = uniform(int(next(uniform(hashed)) * 2**31))
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        other = int(next(numbers) * (last + 1))
        order[last], order[other] = order[other], order[last]
    return order


def prepared(x: Tensor) -> Tensor:
    """Pictures [batch, height, width, channels], 0 ... 255, as the model takes them."""
    mode = settings.PREPROCESSING
    x = x / {"none": 1.0, "caffe": 1.0, "scale": 255.0, "torch": 255.0, "tf": 127.5}[mode]
    if mode == "tf":
        return x - 1
    if x.shape[-1] != 3:
        return x
    if mode == "torch":
        return (x - torch.tensor([0.485, 0.456, 0.406])) / torch.tensor([0.229, 0.224, 0.225])
    if mode == "caffe":
        return x.flip(-1) - torch.tensor([103.939, 116.779, 123.68])
    return x


def channels_first(x: Tensor) -> Tensor:
    """Pictures and volumes as the model takes them; sequences and vectors stay."""
    return x.movedim(-1, 1).contiguous() if x.dim() >= 4 else x


${readPhoto}

class Samples:
    """All samples with what is right for each; \`parts\` says which are for what."""

    def __init__(self, arrays: dict[str, np.ndarray], parts: dict[str, list[int]]) -> None:
        self.inputs = [torch.from_numpy(np.asarray(arrays[name])) for name in settings.ARRAYS]
        self.labels = arrays.get("labels")
        self.targets = arrays.get("targets")
        weights = arrays.get("sample_weights")
        self.weights = None if weights is None else torch.from_numpy(np.asarray(weights)).float()
        self.parts = parts
        self.class_weights = self.balanced() if settings.CLASS_WEIGHT == "balanced" else None

    def balanced(self) -> Tensor | None:
        """Rare classes count more: each class as much as every other."""
        if self.labels is None:
            return None
        own = self.labels[self.parts["training"]].astype(np.int64)
        counts = np.bincount(own, minlength=int(self.labels.max()) + 1).astype(np.float32)
        weights = np.zeros_like(counts)
        there = counts > 0
        weights[there] = len(own) / (there.sum() * counts[there])
        return torch.from_numpy(weights)

    def batches(self, part: str, batch_size: int, epoch: int | None = None) -> Iterator[list[int]]:
        own = self.parts[part]
        if epoch is not None and settings.SHUFFLE:
            own = [own[place] for place in epoch_order(len(own), settings.SEED, epoch)]
        for start in range(0, len(own), batch_size):
            yield own[start : start + batch_size]

    def batch(
        self, samples: list[int], *, training: bool
    ) -> tuple[list[Tensor], list[Tensor], Tensor | None]:
        """Inputs, targets and weights of some samples."""
        pairs = zip(self.inputs, settings.SIZES, strict=True)
        inputs = [self.prepare(x[samples].float(), size, training) for x, size in pairs]
        weights = None if self.weights is None else self.weights[samples]
        if training and self.class_weights is not None:
            by_class = self.class_weights[torch.from_numpy(self.labels[samples].astype(np.int64))]
            weights = by_class if weights is None else weights * by_class
        return inputs, [self.rows(said, samples) for said in settings.OUTPUTS], weights

    def prepare(self, x: Tensor, size: tuple[int, int, int] | None, training: bool) -> Tensor:
        if not settings.PIXELS:
            return channels_first(x)
        if size is not None and x.shape[1:] != size:
            x = fitted(x, size)
        if training and AUGMENTATION is not None and x.dim() == 4:
            x = AUGMENTATION(x.movedim(-1, 1)).movedim(1, -1)
        return channels_first(prepared(x))

    def rows(self, said: dict, samples: list[int]) -> Tensor:
        """What an output should say: numbers, one-hot rows, -1 and 1, or the class number."""
        if self.labels is None:
            return torch.from_numpy(np.asarray(self.targets[samples], dtype=np.float32))
        labels = torch.from_numpy(self.labels[samples].astype(np.int64))
        low = -1.0 if said["targets"] == "plus_minus" else 0.0
        if said["units"] == 1:
            return (labels * 2 - 1 if low else labels).float().unsqueeze(1)
        rows = torch.full((len(samples), said["units"]), low)
        return rows.scatter_(1, labels.unsqueeze(1), 1.0)


def split(count: int) -> dict[str, list[int]]:
    """The last samples are held back, as in the editor and in Keras."""
    end = count - settings.TEST_COUNT
    share = settings.VALIDATION_SPLIT
    held = settings.VALIDATION_COUNT if share is None else int(end * share)
    places = list(range(count))
    return {
        "training": places[: end - held],
        "validation": places[end - held : end],
        "test": places[end:],
    }


${photosOfFolder}

def load(folder: str | None) -> Samples:
    """The samples to train on. Ends with words where there are none."""
    if folder is not None:
        return photos(Path(folder))
    if not ARRAYS.exists():
        raise SystemExit(WHAT_TO_DO)
    with np.load(ARRAYS) as file:
        arrays = {name: file[name] for name in file.files}
    return Samples(arrays, split(len(arrays[settings.ARRAYS[0]])))
`;
