/** Parts of `data.py`: one photo, and a folder of them. */
export const readPhoto = `def fitted(x: Tensor, size: tuple[int, int, int]) -> Tensor:
    """Pictures [batch, height, width, channels] in another size, averaged where it is smaller."""
    height, width, channels = size
    if x.shape[-1] > 2 and channels < 3:
        x = (x[..., :3] * torch.tensor([0.2989, 0.587, 0.114])).sum(dim=-1, keepdim=True)
    if x.shape[-1] != channels:
        x = x[..., :1].expand(*x.shape[:-1], channels) if x.shape[-1] <= 2 else x[..., :channels]
    x = x.movedim(-1, 1)
    return F.interpolate(x, size=(height, width), mode="bilinear", antialias=True).movedim(1, -1)


def read_photo(path: Path) -> np.ndarray:
    """A photo [height, width, channels], 0 ... 255, in the size of the model's input."""
    from PIL import Image

    height, width, channels = settings.PICTURE
    with Image.open(path) as photo:
        photo = photo.convert("L" if channels == 1 else "RGB")
        height, width = height or photo.height, width or photo.width
        if settings.INTERPOLATION == "nearest":
            photo = photo.resize((width, height), Image.Resampling.NEAREST)
        values = np.asarray(photo, dtype=np.float32).reshape(photo.height, photo.width, -1)
    if values.shape[:2] == (height, width):
        return values
    x = torch.from_numpy(values).movedim(-1, 0)[None]
    return F.interpolate(x, size=(height, width), mode="bilinear")[0].movedim(0, -1).numpy()
`;

export const photosOfFolder = `def photos(folder: Path) -> Samples:
    """Photos in one folder per class, perhaps below folders for training, validation and test."""
    if settings.PICTURE is None:
        raise SystemExit("This model takes no pictures: put its samples into data/data.npz.")
    below = {entry.name.lower(): entry for entry in sorted(folder.iterdir()) if entry.is_dir()}
    found = {
        part: next((below[name] for name in names if name in below), None)
        for part, names in PARTS.items()
    }
    roots = found if found["training"] else {"training": folder}
    classes = sorted(entry.name for entry in roots["training"].iterdir() if entry.is_dir())
    if len(classes) < 2:
        raise SystemExit(f"{folder} needs one folder per class, at least two.")
    units = settings.OUTPUTS[0]["units"]
    if units > 1 and units != len(classes):
        raise SystemExit(f"The model tells {units} classes apart; {folder} has {len(classes)}.")
    values, labels = [], []
    parts: dict[str, list[int]] = {"training": [], "validation": [], "test": []}
    for part, root in roots.items():
        if root is None:
            continue
        for label, name in enumerate(classes):
            for path in sorted((root / name).glob("*")):
                if path.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif"):
                    parts[part].append(len(values))
                    values.append(read_photo(path))
                    labels.append(label)
    if found["training"] is None:
        order = np.random.default_rng(settings.SEED).permutation(len(values)).tolist()
        share = settings.VALIDATION_SPLIT
        held = int(len(order) * (0.2 if share is None else share))
        parts = {"training": order[held:], "validation": order[:held], "test": []}
    arrays = {name: np.stack(values) for name in settings.ARRAYS}
    return Samples(arrays | {"labels": np.array(labels)}, parts)
`;
