import type { Plan } from '../../compile/plan';
import { commentText } from '../../compile/pythonText';
import { summaryText } from '../../compile/summary';

/** Characters that Markdown would read as markup. */
const plain = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** `README.md` of an exported project. */
export function readmeFile(plan: Plan, stored: { readonly weights: boolean; readonly sample: boolean }): string {
  const fence = '`'.repeat(Math.max(3, ...(summaryText(plan).match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `# ${plain(plan.title) || 'Model'}

A model made with DeepBrick, as a TensorFlow.js project for Node 20 or newer.

- \`npm ci && npm test\` installs, checks the types and checks the model: ${stored.sample ? 'shapes, parameters, and a stored sample against its stored output' : 'shapes and parameters'}.
- \`npm run train\` trains on the handwritten digits in \`data/\`${stored.weights ? ', going on from the trained weights' : ''}. \`npm run train -- --epochs 1 --batches 20\` is a short try; \`--fresh\` starts with new weights.
- \`npm run predict\` predicts the first ten validation digits; \`npm run predict -- picture.png\` a picture of your own.

Each says which backend it uses: WebGPU through the package \`webgpu\` where there is a graphics adapter, else
WebAssembly, which the kernels in \`src/kernels\` make able to train. \`BACKEND=webgpu|wasm|cpu\` forces one.

| file | what it is |
|---|---|
| src/model.ts | the model: \`createModel()\` |
| src/settings.ts | optimizer, loss, metrics, epochs |
| src/data.ts | the digits; put your own data here |
| src/train.ts, src/predict.ts | training and prediction |
| src/backend.ts, src/kernels | choice of the backend, gradients for wasm |
| src/weights.ts | reads and writes \`weights/\` |
| weights/weights.json, weights.bin | the editor's weights (\`npm run train\` writes its own to weights/trained): name, shape and offset in bytes of each tensor; all tensors as little-endian float32 |

${fence}text
${summaryText(plan).trimEnd()}
${fence}
`;
}
