import { pythonValue } from '../pythonText';
import type { ProjectFacts } from './facts';

/** Of photos that are in one folder so many of each class are held back, as in the editor. */
const usualShare = 0.25;

/** `Data`: photos in folders. */
export function photoDataText({ training }: ProjectFacts): string {
  const share = training.validationSplit;
  return `PARTS = "train", "validation", "test"
PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp"}


class Data:
    """Photos by class, read when they are wanted, and the places of the three parts.

    The folder has train/, validation/ and test/ in it, and these one folder per class;
    or it has one folder per class itself, and a share of each is held back.
    """

    weights = None

    def __init__(self, path=DATA):
        path = pathlib.Path(path)
        parted = (path / "train").is_dir()
        root = path / "train" if parted else path
        found = sorted(root.iterdir()) if root.is_dir() else []
        self.classes = [folder.name for folder in found if folder.is_dir()]
        if len(self.classes) < 2:
            raise SystemExit(
                f"{path} needs one folder of photos per class, two or more of them;\\n"
                "or train/ and validation/ with such folders. Name it with --data."
            )
        self.files, labels, parts = [], [], []
        for part in PARTS if parted else ["train"]:
            for label, name in enumerate(self.classes):
                folder = path / part / name if parted else path / name
                for file in sorted(folder.rglob("*")):
                    if file.suffix.lower() in PICTURES:
                        self.files.append(file)
                        labels.append(label)
                        parts.append(part)
        if "train" not in parts:
            raise SystemExit(f"There are no photos below {root}.")
        self.target = numpy.array(labels)
        parts = numpy.array(parts)
        self.test = numpy.flatnonzero(parts == "test")
        rng = numpy.random.default_rng(SEED)
        mixed = rng.permutation(numpy.flatnonzero(parts != "test"))
${
  share === null
    ? `        held = parts == "validation"
        if not held.any():
            for label in range(len(self.classes)):
                own = mixed[self.target[mixed] == label]
                held[own[: round(len(own) * ${usualShare})]] = True`
    : `        held = numpy.zeros(len(parts), bool)
        held[mixed[len(mixed) - int(len(mixed) * ${pythonValue(share)}) :]] = True`
}
        self.training, self.validation = mixed[~held[mixed]], mixed[held[mixed]]

    def values(self, places):
        try:
            return numpy.stack([photo(self.files[place]) for place in places])
        except OSError as error:
            raise SystemExit(f"A photo cannot be read: {error}") from None`;
}
