/** Part of `data.py`: samples with what is right for each, in batches. */
export const samplesText = `class Samples:
    """All samples with what is right for each; \`parts\` says which are for what."""

    def __init__(
        self, arrays: dict[str, np.ndarray | list[Path]], parts: dict[str, list[int]]
    ) -> None:
        self.inputs = [arrays[name] for name in settings.ARRAYS]
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
        inputs = [self.prepare(picked(x, samples), size, training) for x, size in pairs]
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


def picked(x: np.ndarray | list[Path], samples: list[int]) -> Tensor:
    """Some samples as numbers; photos are read now."""
    if isinstance(x, list):
        read = [torch.from_numpy(read_photo(x[place])) for place in samples]
        if len({values.shape for values in read}) > 1:
            raise SystemExit("Photos of several sizes go one by one: give --batch-size 1.")
        return torch.stack(read)
    return torch.from_numpy(np.asarray(x[samples], dtype=np.float32))
`;
