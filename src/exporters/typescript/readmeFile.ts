import type { Plan } from '../../compile/plan';
import { commentText } from '../../compile/commentText';
import { summaryText } from '../../compile/numbers/summary';
import type { Document } from '../../document/document';
import { carriedDataset, missingDataset } from './carriedDatasets';
import { fineTuned, takesPhotos } from './photoProject';

/** Characters that Markdown would read as markup. */
const plain = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

const tuned =
  ' Then `npm run train -- --data FOLDER --fine-tune` trains the end of the backbone too, ten times slower; the head keeps its weights.';

const photos = (backbone: boolean) =>
  `- \`npm run train -- --data FOLDER\` trains on photos in folders: train/<class>, validation/<class> and test/<class> (which is only looked at after training), or one folder per class. They are prepared as the editor does it and, if the editor says so, changed at random while training. It draws its curves.${backbone ? tuned : ''}
- \`npm run predict -- --data FOLDER photo.jpg\` says what a photo shows.
`;

const notCarried = (training: Document['training']) =>
  `The editor's data (${missingDataset(training)}) are not in this project: yours are named with --data`;

/** `README.md` of an exported project. */
export function readmeFile(
  plan: Plan,
  training: Document['training'],
  stored: { readonly weights: boolean; readonly sample: boolean },
): string {
  const dataset = carriedDataset(plan, training);
  const fence = '`'.repeat(Math.max(3, ...(summaryText(plan).match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `# ${plain(plan.title) || 'Model'}

A model made with DeepBrick, as a TensorFlow.js project for Node 20 or newer.

- \`npm ci && npm test\` installs, checks the types and checks the model: ${stored.sample ? 'shapes, parameters, and a stored sample against its stored output' : 'shapes and parameters'}.
- \`npm run train\` trains on the data below${stored.weights ? ', going on from the weights in `weights/`' : ''}. \`--epochs 1 --batches 20\` is a short try, \`--resume\` goes on with the last run, \`--fresh\` starts with new weights; \`--help\` names all there is.
- \`npm run train -- --data FILE\` trains on a file of your own, CSV or tab-separated: a table of numbers with the answer in its last column, or a text and its label in each row. A column \`sample_weight\` says how much a row counts.
${takesPhotos(plan, training) ? photos(fineTuned(plan) !== null) : ''}- \`npm run predict\` predicts the first ten validation samples (\`--samples 20\`: so many, \`--data FILE\`: of your own file); \`npm run predict -- picture.png\`, a text in quotation marks, or numbers with commas between them: a sample of your own.

Each says which backend it uses: WebGPU through the package \`webgpu\` where there is a graphics adapter, else
WebAssembly, which the runtime makes able to train. \`BACKEND=webgpu|wasm|cpu\` forces one.

**The same curve:** the project trains with the editor's own code (\`runtime/\`): with the same data, seed and backend every
epoch has the loss that the editor shows. The seed decides first weights, order, dropout and random changes.

**Data:** ${plain(dataset?.about ?? notCarried(training))}.${dataset?.file === 'reading/digits' ? ' They lie in `data/`.' : ''}

| file | what it is |
|---|---|
| src/model.ts | the model: \`createModel()\` |
| src/settings.ts | data, losses, optimizer, epochs and all else that can be set; put your own data here, as a function |
| src/data.ts | where the data come from |
| src/train.ts, src/predict.ts | training and prediction |
| test/model.test.ts | the model against what the editor showed |
| runtime/ | \`deepbrick-runtime\`: the editor's optimizers, losses, metrics, layers, readers and kernels, as far as this model needs them |
| weights/ | \`model.json\` and its values, as TensorFlow.js has them: DeepBrick opens them too. \`npm run train\` writes its own to weights/trained; architecture.json says how the layers are called there |

${fence}text
${summaryText(plan).trimEnd()}
${fence}
`;
}
