import { runnable } from '../../compile/plan';
import { modelPart, startsWith } from '../keras/model/modelFile';
import { dataPart } from '../keras/project/dataFile';
import type { ProjectFacts } from '../keras/project/facts';
import { backendsFor } from '../keras/project/kerasBackend';
import { fineTuning } from '../keras/project/fineTuning';
import { answerText } from '../keras/project/predictFile';
import { versions } from '../keras/project/pyprojectFile';
import { trainPart } from '../keras/project/trainPart';
import { type PythonPart, constantLines, definitionLines, importLines } from '../keras/pythonPart';
import { pythonValue } from '../keras/pythonText';
import { classesFile } from '../answerClasses';
import { answersText } from './answersText';
import type { Cell } from './format';

type Code = Extract<Cell, { readonly kind: 'code' }>;
const code = (id: string, text: string): Code => ({ kind: 'code', id, text });

/** Takes the first backend that is installed, if none is set. */
const choiceText = (backends: readonly string[]) =>
  backends.length === 1
    ? `import os

os.environ.setdefault("KERAS_BACKEND", "${backends[0]}")`
    : `import importlib.util
import os

if "KERAS_BACKEND" not in os.environ:
    for backend in (${backends.map((name) => `"${name}"`).join(', ')}):
        if importlib.util.find_spec(backend):
            os.environ["KERAS_BACKEND"] = backend
            break`;

const backendText = (facts: ProjectFacts) => `# On a machine of your own, once, in a terminal:
# pip install keras==${versions.keras} ${backendsFor(facts)[0] === 'jax' ? `jax==${versions.jax}` : backendsFor(facts)[0]} pillow h5py matplotlib notebook
${choiceText(backendsFor(facts))}`;

/** What the other cells import, and the seed of all random numbers. */
const importText = (parts: readonly PythonPart[]) =>
  `${importLines(parts)}
from matplotlib import pyplot

print("Keras", keras.__version__, "on", keras.backend.backend())`;

const placeText = (
  folder: string,
) => `# On Colab: put the folder of this notebook into Google Drive, and take the # away:
# from google.colab import drive
#
# drive.mount("/content/drive")
# HERE = pathlib.Path("/content/drive/MyDrive/${folder}")
#
# On Kaggle: add the folder as a dataset (Add Input, Upload), and take the # away:
# HERE = pathlib.Path("/kaggle/input/${folder.toLowerCase()}")
HERE = pathlib.Path()`;

const lookText = `data = Data()
print(
    f"{len(data.training)} samples to train on, "
    f"{len(data.validation)} to validate on, {len(data.test)} to test on"
)
print("classes:", data.classes)`;

const curvesText = `measures = [name for name in history.history if not name.startswith("val_")]
width = 4.5 * len(measures)
figure, axes = pyplot.subplots(1, len(measures), figsize=(width, 3.5), squeeze=False)
for axis, name in zip(axes.flat, measures):
    for key, label in ((name, "training"), (f"val_{name}", "validation")):
        if key in history.history:
            axis.plot(history.epoch, history.history[key], label=label)
    axis.set_title(name)
    axis.set_xlabel("epoch")
    axis.legend()
pyplot.show()`;

const sampleText = (build: string) => `edited = ${build}
edited.load_weights(WEIGHTS)
with numpy.load(HERE / "sample.npz") as file:
    answer_here = edited.predict(file["input"][None], verbose=0)[0]
    numpy.testing.assert_allclose(answer_here, file["output"], rtol=1e-5, atol=1e-5)
print("The model is the editor's.")`;

/** ImageNet's names, where the model answers with those classes. */
const imagenetPart: PythonPart = {
  modules: ['json', 'pathlib'],
  constants: { CLASSES: `json.loads((HERE / "${classesFile}").read_text("utf-8"))` },
  definitions: [],
};

/** What is beside the notebook, as far as its code reads it. */
interface Read {
  readonly sample: boolean;
  readonly imagenet: boolean;
}

/** The code cells, in their order, by what they are for. */
export interface CodeCells {
  readonly setup: readonly Code[];
  readonly data: readonly Code[];
  readonly model: readonly Code[];
  readonly sample: readonly Code[];
  readonly training: readonly Code[];
  readonly curves: readonly Code[];
  readonly fineTuning: readonly Code[];
  readonly answers: readonly Code[];
}

/** The project's own parts as code cells. `folder`: what the notebook's folder is called elsewhere. */
export function codeCells(facts: ProjectFacts, folder: string, { sample, imagenet }: Read): CodeCells {
  const { plan } = facts;
  const [data, model, training] = [dataPart(facts), modelPart(plan), trainPart(facts)] as const;
  const parts = [data, model, training, ...(imagenet ? [imagenetPart] : [])];
  const { HERE: _here, ...settings } = { ...data.constants, ...training.constants };
  // Where a notebook runs, not where its data are: Kaggle's inputs cannot be written.
  const constants = {
    ...settings,
    TRAINED: 'pathlib.Path("trained") / "model.keras"',
    CURVES: 'pathlib.Path("trained") / "curves.csv"',
    ...(imagenet && imagenetPart.constants),
  };
  const build = `build_model(${startsWith(plan) === null ? '' : 'weights=None'})`;
  const whole = runnable(plan);
  const cells = (made: readonly Code[]) => (whole ? made : []);
  return {
    setup: [code('backend', backendText(facts)), code('imports', importText(parts))],
    data: [
      code('place', placeText(folder)),
      code('settings', constantLines([{ modules: [], constants, definitions: [] }])),
      code('data-definitions', definitionLines([data])),
      ...cells([code('data-read', lookText)]),
    ],
    model: [
      code('model-definitions', definitionLines([model])),
      ...cells([
        code(
          'model-summary',
          `model = ${build}\nmodel.summary()\nassert model.count_params() == ${plan.totals.parameters}`,
        ),
      ]),
    ],
    sample: sample ? [code('sample-test', sampleText(build))] : [],
    training: [
      code('training-definitions', definitionLines([training])),
      ...cells([
        code(
          'training-run',
          `keras.utils.set_random_seed(SEED)
model = starting_model()
compile_model(model)
history = fit(model, data, EPOCHS, BATCH_SIZE)`,
        ),
      ]),
    ],
    curves: cells([code('curves-drawn', curvesText)]),
    fineTuning: cells(
      fineTuning(plan).layers.length === 0
        ? []
        : [
            code(
              'fine-tuning-run',
              `# thaw(model)
# compile_model(model, LEARNING_RATE / 10)
# history = fit(model, data, EPOCHS, BATCH_SIZE)
print("trained are", len(model.trainable_variables), "tensors")`,
            ),
          ],
    ),
    answers: cells([code('answer-definition', answerText(facts)), code('answers-given', answersText(facts, imagenet))]),
  };
}

/** Shapes of inputs or outputs, as code. */
export const shapesText = ({ plan }: ProjectFacts, names: readonly string[]): string =>
  names.map((name) => `\`${pythonValue(plan.shapes[name] ?? [])}\``).join(', ');
