import { commentText } from '../../compile/commentText';
import { frozenAtRandom, startsOf } from '../../compile/nested/starts';
import { thawed } from '../../compile/nested/thawed';
import type { Plan } from '../../compile/plan';
import { summaryText } from '../../compile/numbers/summary';

/** Characters that Markdown would read as markup. */
const plain = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** What the project has besides its code. */
export interface Contents {
  readonly weights: boolean;
  readonly sample: boolean;
  /** What the model trains on lies in `data/data.npz`. */
  readonly data: boolean;
  readonly tests: boolean;
  readonly layers: boolean;
  readonly optimizers: boolean;
}

const check = (sample: boolean) =>
  `- \`python test_model.py\` checks the model: layers and parameters${sample ? ', and a stored sample against its stored output' : ''}.\n`;

/** `README.md` of an exported PyTorch project. */
export function readmeFile(plan: Plan, contents: Contents): string {
  const { weights, sample, data, tests, layers, optimizers } = contents;
  const tunes = thawed(plan).layers.length > 0;
  const needs = !weights && (frozenAtRandom(plan).length > 0 || startsOf(plan).length > 0);
  const summary = summaryText(plan).trimEnd();
  const fence = '`'.repeat(Math.max(3, ...(summary.match(/`+/g) ?? []).map((run) => run.length + 1)));
  const rows = [
    ['model.py', 'the model: `Model`, and `load_model()` with its weights'],
    ...(layers ? [['layers.py', "layers that compute as Keras's where PyTorch has none or another one"]] : []),
    ['settings.py', 'losses, epochs, batch, split, seed and all else that can be set'],
    ['train.py, training.py', 'training: `train.py --help`'],
    ['losses.py', "Keras's losses, of probabilities"],
    ...(optimizers ? [['optimizers.py', "Keras's formula of the optimizer, which PyTorch's own differs from"]] : []),
    ['data.py', 'reads the samples, prepares them as the editor does'],
    ['predict.py', 'says what the model says'],
    ...(tests ? [['test_model.py, model.json', 'layers and parameters as in the editor']] : []),
    ...(data ? [['data/data.npz', 'the samples, as NumPy arrays']] : []),
    ...(weights ? [['weights.safetensors', "the editor's weights, in PyTorch's form"]] : []),
  ];
  return `# ${plain(plan.title) || 'Model'}

A model made with DeepBrick, as a PyTorch project for Python 3.11 or newer.

- \`pip install .\` installs what it needs, in the versions that it was tried with.
${tests ? check(sample) : ''}- \`python train.py\` trains${weights ? ', going on from `weights.safetensors` (`--fresh` starts from new weights)' : ''}, prints its curves and keeps weights,
  curves and the optimizer's state in \`trained/\` after every epoch. \`--resume\` goes on from there, \`--fine-tune\` trains on
  at a tenth of the learning rate${tunes ? ', with the last frozen layers thawed' : ''}; \`--help\` says what else can be given. ${data ? 'The samples lie in `data/`.' : 'The samples are not in this project: `python train.py` says where to put them.'}
- \`python predict.py\` predicts samples that were held back${plan.shapes[plan.inputs[0]!]?.length === 3 ? '; `python predict.py photo.jpg` a picture' : ''}.${needs ? '\n\nThe model starts from weights that it was given in the editor, and is not trained without them: they belong into\n`weights.safetensors`.' : ''}

Pictures and volumes go in and come out channels first, \`[batch, channels, height, width]\`; sequences as
\`[batch, steps, features]\`. Inside, axes are only moved where a layer needs them otherwise. A vector that is flattened from
a picture has PyTorch's order: the weights of the layer behind it were exported in that order. Batches are drawn in the
editor's order for the same seed; dropout and other random numbers are PyTorch's own.

| file | what it is |
|---|---|
${rows.map(([file, about]) => `| ${file} | ${about} |`).join('\n')}

${fence}text
${summary}
${fence}
`;
}
