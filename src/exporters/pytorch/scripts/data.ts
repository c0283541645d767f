import { photosOfFolder, readPhoto } from './photos';
import { samplesText } from './samples';
import { storedText } from './stored';

/** `data.py` of an exported project; `changes` is what happens to training photos. */
export const dataText = (
  changes: string | null,
): string => `"""The samples: arrays of data/data.npz, or photos in folders."""

import zipfile
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
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")
WHAT_TO_DO = """There are no data here that this model can learn from.

Photos: python train.py --data FOLDER, with one folder per class in it, or with the folders train,
validation and test, each with one folder per class.
Anything else: write data/data.npz with numpy.savez, or name such a file with --data: x0 (x1, ...),
one array per input with the samples as rows, channels last; labels, whole numbers from 0, or
targets, a row of numbers per sample; sample_weights if they count differently."""
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

${samplesText}

${storedText}

${photosOfFolder}

def load(path: str | None) -> Samples:
    """The samples to train on. Ends with words where there are none."""
    place = ARRAYS if path is None else Path(path)
    if place.is_dir():
        return photos(place)
    if place.is_file():
        return stored(place)
    raise SystemExit(WHAT_TO_DO if path is None else f"There is no {place}.")
`;
