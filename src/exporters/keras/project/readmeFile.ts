import { backendsFor } from './kerasBackend';
import { commentText } from '../../../compile/commentText';
import { summaryText } from '../../../compile/numbers/summary';
import { servers } from '../../../pretrained/catalogue';
import { type ProjectFacts, namesPhotos } from './facts';
import { fineTuning, frozenAtRandom, startsOf } from './fineTuning';
import { wantedArrays } from './storedDataText';

/** Characters that Markdown would read as markup. */
export const markdownText = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** Which data the project has, or what is to be put where. */
export function dataWords(facts: ProjectFacts): string {
  const { source, training, dataset, misfit } = facts;
  if (source === 'stored') {
    const { count, validation, test = 0, id } = dataset!;
    const { validationSplit: share } = training;
    const held = share === null ? validation : Math.floor((count - test) * share);
    return `${count.toLocaleString('en')} samples ("${markdownText(id)}") lie in \`data/data.npz\`: \`x\` and \`y\`${dataset!.sampleWeights ? ', and `weights`' : ''}; classes and words in \`data/data.json\`. The last ${held.toLocaleString('en')} ${test > 0 ? 'before the test ' : ''}are held back for validation.`;
  }
  const lead =
    misfit !== null
      ? `The editor's dataset ("${markdownText(training.dataset)}") does not fit the model, so it is not here. `
      : namesPhotos(training)
        ? "The editor's photos stayed where they are. "
        : `The editor's data ("${markdownText(training.dataset)}") are not here. `;
  if (source === 'photos') {
    return `${lead}Put photos into \`photos/\`, or name a folder with \`--data\`: one folder per class; or \`train/\`, \`validation/\` and \`test/\` with one folder per class in each. The test is only looked at after training.`;
  }
  return `${lead}Put a file of numpy at \`data/data.npz\`, or name one with \`--data\`: ${wantedArrays(facts)}.`;
}

/** Where the weights are, or come from. */
export function weightsWords(facts: ProjectFacts, stored: boolean): string {
  if (stored) return "The editor's weights lie in `weights/model.weights.h5`; `train.py` goes on from them.";
  const frozen = frozenAtRandom(facts.plan);
  const lines = startsOf(facts.plan).map((from) => {
    if (from.source === 'imagenet' && from.application) {
      const place = from.entry?.places.find(({ server }) => server === 'keras');
      const where = place ? ` (${servers.keras}${place.path}${from.entry!.md5 ? `, MD5 ${from.entry!.md5}` : ''})` : '';
      return `The weights of ${from.application.model} for ImageNet are not in this project: Keras downloads them at the first training${where}.`;
    }
    return 'The model starts from a file of weights that is not in this project: open it in the editor, save the model as `.weights.h5`, and put that at `weights/model.weights.h5`.';
  });
  if (frozen.length > 0) {
    lines.push(
      `What is frozen (${frozen.map((name) => `\`${name}\``).join(', ')}) would stay random, so training is refused without \`weights/model.weights.h5\`.`,
    );
  }
  return lines.length > 0 ? lines.join(' ') : `The model starts at random, from seed ${facts.training.seed}.`;
}

/** Where training here and in the editor part, and why. */
function differences({ augments, training, plan }: ProjectFacts): readonly string[] {
  const random = plan.steps.some(({ call }) => call.traits.random);
  return [
    'Initial weights and the order of the samples come from the same seed and the same distributions, but from other random numbers than in the editor: the curves are alike, not the same. Without shuffling, from the same weights, they are the same.',
    ...(random ? ['Dropout and other random layers draw other numbers, too.'] : []),
    ...(augments ? ['Random changes of pictures have the same ranges and the same order of steps.'] : []),
    ...(augments && training.augmentation.cachedVariants > 0
      ? [
          `The editor keeps ${training.augmentation.cachedVariants} changed variants of each picture; here every epoch changes them anew.`,
        ]
      : []),
    ...(training.featureCache === 'auto' && fineTuning(plan).backbone !== null
      ? [
          'The editor keeps what a frozen backbone says about each picture; here it is computed in every epoch, to the same effect.',
        ]
      : []),
  ];
}

/** How Keras is installed with the first of the backends, and which others there are. */
function installLines(facts: ProjectFacts): string {
  const [first, ...others] = backendsFor(facts);
  const room = 28 + first!.length;
  const pip = `pip install ".[${first}]"`.padEnd(room);
  const set = `export KERAS_BACKEND=${first}`.padEnd(room);
  return `${pip}# or ${others.map((name) => `.[${name}]`).join(' or ')}\n${set}# or ${others.join(' or ')}`;
}

/** `README.md`. */
export function readmeFile(
  facts: ProjectFacts,
  stored: { readonly weights: boolean; readonly sample: boolean },
): string {
  const { plan, source } = facts;
  const summary = summaryText(plan).trimEnd();
  const fence = '`'.repeat(Math.max(3, ...(summary.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `# ${markdownText(plan.title) || 'Model'}

A model made with DeepBrick, for Keras 3 on ${facts.stateful ? 'TensorFlow or PyTorch (on JAX, Keras keeps no state between batches)' : 'JAX, TensorFlow or PyTorch'}. With Python 3.11 or newer:

\`\`\`sh
${installLines(facts)}
python test_model.py           # is it the editor's model?
python train.py                # trains, as set in the editor; --help says with what
python predict.py              # what it answers
\`\`\`

- **Data.** ${dataWords(facts)}
- **Weights.** ${weightsWords(facts, stored.weights)}
- **Training** keeps the model in \`trained/model.keras\` and the curves in \`trained/curves.csv\` after every epoch. \`--resume\` goes on from there, \`--fine-tune\` trains on at a tenth of the learning rate${fineTuning(plan).layers.length > 0 ? ', with the last frozen layers thawed' : ''}.

| file | what it is |
| --- | --- |
| model.py | the model: \`build_model()\` |
| data.py | reads ${source === 'photos' ? 'the photos' : 'the data'}, and makes batches of them |
| train.py, predict.py | training and prediction |
| test_model.py, expected.json | compares the layers with the editor's${stored.sample ? ', and the answer to `sample.npz`' : ''} |
| pyproject.toml | the packages, in fixed versions |

What is otherwise than in the editor:

${differences(facts)
  .map((line) => `- ${line}`)
  .join('\n')}

${fence}text
${summary}
${fence}
`;
}
