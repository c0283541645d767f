import { pythonValue } from '../pythonText';
import type { ProjectFacts } from './facts';

/** What a file of one's own must hold, in a few words. */
export function wantedArrays({ inputs, outputs, sampleShape, kind }: ProjectFacts): string {
  const shape = sampleShape ?? inputs[0]?.shape ?? [];
  const x = `x (samples, ${shape.map((axis) => axis ?? 'any').join(', ')})${kind === 'images' || kind === 'video' ? ' of values 0 to 255' : ''}`;
  const [first] = outputs;
  const y = first?.targets === 'numbers' ? `y (samples, ${first.units})` : 'y (samples,) of class numbers from 0';
  return `${x} and ${y}`;
}

/** `Data`: a .npz file. */
export function storedDataText(facts: ProjectFacts): string {
  const { training } = facts;
  const share = training.validationSplit;
  const held = share === null ? 'self.about.get("validation", end // 5)' : `math.floor(end * ${pythonValue(share)})`;
  return `class Data:
    """Samples with what is right for each, and the places of the three parts."""

    def __init__(self, path=DATA):
        path = pathlib.Path(path)
        if not path.is_file():
            raise SystemExit(
                f"There is no {path}. Give --data a .npz file of numpy with\\n"
                "${wantedArrays(facts).replace(' and y ', ' and\\n"\n                "y ')}."
            )
        try:
            with numpy.load(path) as file:
                self.samples, self.target = file["x"], file["y"]
                self.weights = file.get("weights")
            about = path.with_suffix(".json")
            self.about = json.loads(about.read_text("utf-8")) if about.exists() else {}
        except (OSError, ValueError, KeyError) as error:
            raise SystemExit(f"{path} cannot be read: {error}") from None
        if len(self.samples) != len(self.target):
            count, answers = len(self.samples), len(self.target)
            raise SystemExit(f"{path} has {count} samples and {answers} answers.")
        self.classes = self.about.get("classes")
        end = len(self.samples) - self.about.get("test", 0)
        held = ${held}
        places = numpy.arange(len(self.samples))
        parts = numpy.split(places, [end - held, end])
        self.training, self.validation, self.test = parts

    def values(self, places):
        return self.samples[places]`;
}
