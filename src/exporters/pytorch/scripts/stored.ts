/** Part of `data.py`: a `.npz` file, and what is wrong with it in words. */
export const storedText = `def trouble(arrays: dict[str, np.ndarray]) -> str | None:
    """Why the model cannot learn from these arrays; None where it can."""
    missing = [name for name in settings.ARRAYS if name not in arrays]
    if missing or ("labels" in arrays) == ("targets" in arrays):
        wanted = ", ".join(dict.fromkeys(settings.ARRAYS))
        return f"it needs {wanted} and either labels or targets, and has {', '.join(arrays)}"
    counts = {name: len(values) if values.ndim else 0 for name, values in arrays.items()}
    if len(set(counts.values())) > 1 or 0 in counts.values():
        return f"every array needs as many rows, one per sample: {counts}"
    for name, shape, size in zip(settings.ARRAYS, settings.SHAPES, settings.SIZES, strict=True):
        own = arrays[name].shape[1:]
        same = all(want in (None, have) for want, have in zip(shape, own, strict=False))
        if size is None and (len(own) != len(shape) or not same):
            return f"a sample of {name} has the shape {own}, not {shape}"
        if not np.issubdtype(arrays[name].dtype, np.number):
            return f"{name} has other values than numbers"
    for name, words in zip(settings.ARRAYS, settings.VOCABULARY, strict=True):
        if words is not None and not 0 <= arrays[name].min() <= arrays[name].max() < words:
            return f"{name} has other numbers than 0 to {words - 1}, which the model knows"
    for said in settings.OUTPUTS:
        units, classes = said["units"], max(2, said["units"])
        if "targets" in arrays and arrays["targets"].shape[1:] != (units,):
            return f"targets has the shape {arrays['targets'].shape}, not (samples, {units})"
        labels = arrays.get("labels")
        if labels is None:
            continue
        if labels.ndim > 1 or not np.issubdtype(labels.dtype, np.integer):
            return "labels has to be a row of whole numbers"
        if not 0 <= labels.min() <= labels.max() < classes:
            return f"labels has classes beyond 0 to {classes - 1}, which {said['name']} tells apart"
    return None


def stored(path: Path) -> Samples:
    """The samples of an .npz file."""
    try:
        with np.load(path) as file:
            arrays = {name: file[name] for name in file.files}
    except (OSError, ValueError, EOFError, TypeError, AttributeError, zipfile.BadZipFile):
        raise SystemExit(f"{path} is no .npz file of numpy's savez.\\n\\n{WHAT_TO_DO}") from None
    wrong = trouble(arrays)
    if wrong is not None:
        raise SystemExit(f"The model cannot learn from {path}: {wrong}.")
    return Samples(arrays, split(len(arrays[settings.ARRAYS[0]])))


def split(count: int) -> dict[str, list[int]]:
    """The last samples are held back, as in the editor and in Keras."""
    end = count - settings.TEST_COUNT if settings.TEST_COUNT < count else count
    share = settings.VALIDATION_SPLIT
    held = settings.VALIDATION_COUNT if share is None else int(end * share)
    if held is None or held >= end:
        held = end // 5
    places = list(range(count))
    return {
        "training": places[: end - held],
        "validation": places[end - held : end],
        "test": places[end:],
    }
`;
