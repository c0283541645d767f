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


def read_photo(path: Path, drawing: bool = False) -> np.ndarray:
    """A photo [height, width, channels], 0 ... 255, in the size of the model's input.

    Of a drawing no fine line is lost.
    """
    from PIL import Image

    height, width, channels = settings.PICTURE
    try:
        with Image.open(path) as photo:
            photo = photo.convert("L" if channels == 1 else "RGB")
            height, width = height or photo.height, width or photo.width
            if drawing:
                photo = photo.resize((width, height), Image.Resampling.BILINEAR)
            elif settings.INTERPOLATION == "nearest":
                photo = photo.resize((width, height), Image.Resampling.NEAREST)
            values = np.asarray(photo, dtype=np.float32).reshape(photo.height, photo.width, -1)
    except (OSError, ValueError, SyntaxError) as error:
        raise SystemExit(f"{path} cannot be read as a photo: {error}") from None
    if values.shape[:2] == (height, width):
        return values
    x = torch.from_numpy(values).movedim(-1, 0)[None]
    return F.interpolate(x, size=(height, width), mode="bilinear")[0].movedim(0, -1).numpy()
`;

/** Of photos that are in one folder so many of each class are held back, as in the editor. */
const usualShare = 0.25;

export const photosOfFolder = `def photos(folder: Path) -> Samples:
    """Photos in one folder per class, perhaps below folders for training, validation and test."""
    if settings.PICTURE is None or len(set(settings.ARRAYS)) > 1:
        raise SystemExit("This model does not take one photo: put its samples into data/data.npz.")
    below = {entry.name.lower(): entry for entry in sorted(folder.iterdir()) if entry.is_dir()}
    found = {
        part: next((below[name] for name in names if name in below), None)
        for part, names in PARTS.items()
    }
    roots = found if found["training"] else {"training": folder}
    classes = sorted(entry.name for entry in roots["training"].iterdir() if entry.is_dir())
    if len(classes) < 2:
        raise SystemExit(f"{folder} needs one folder of photos per class, at least two of them.")
    for said in settings.OUTPUTS:
        if max(2, said["units"]) != len(classes):
            units = max(2, said["units"])
            raise SystemExit(f"The model tells {units} classes apart; {folder} has {len(classes)}.")
    files: list[Path] = []
    labels: list[int] = []
    parts: dict[str, list[int]] = {"training": [], "validation": [], "test": []}
    for part, root in roots.items():
        for label, name in enumerate(classes if root else []):
            own = (path for path in (root / name).rglob("*") if path.suffix.lower() in PICTURES)
            for path in sorted(own):
                parts[part].append(len(files))
                files.append(path)
                labels.append(label)
    if not parts["training"]:
        raise SystemExit(f"There are no photos below {roots['training']}.")
    target = np.array(labels)
    share = settings.VALIDATION_SPLIT
    if share is not None or not parts["validation"]:
        hold_back(parts, target, share)
    return Samples({name: files for name in settings.ARRAYS} | {"labels": target}, parts)


def hold_back(parts: dict[str, list[int]], labels: np.ndarray, share: float | None) -> None:
    """Moves photos to the validation: of each class as many, or a share of all."""
    rng = np.random.default_rng(settings.SEED)
    mixed = rng.permutation(parts["training"] + parts["validation"])
    if share is None:
        of_class = [mixed[labels[mixed] == label] for label in np.unique(labels[mixed])]
        held = np.concatenate([own[: round(len(own) * ${usualShare})] for own in of_class])
    else:
        held = mixed[len(mixed) - int(len(mixed) * share) :]
    parts["training"] = mixed[~np.isin(mixed, held)].tolist()
    parts["validation"] = held.tolist()
`;
