import { commentText } from '../../compile/commentText';
import { type Plan, preprocessingFor } from '../../compile/plan';
import type { ExportedModel } from '../exporter';
import { type OnnxModel, type Port, opset } from './graph/parts';

/** Characters that Markdown would read as markup. */
const plain = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

const row = ({ value: { name, type }, dims }: Port) =>
  `| ${name} | ${type === 'float' ? 'float32' : type} | ${dims.map((size) => size ?? 'any').join(' × ')} |`;

const table = (ports: readonly Port[]) => ['| name | numbers | shape |', '| --- | --- | --- |', ...ports.map(row)];

type Preparation = ReturnType<typeof preprocessingFor>;

const preparations: Readonly<Record<Preparation, string>> = {
  scale: 'Pictures: values 0 … 255 divided by 255.',
  tf: 'Pictures: values 0 … 255 divided by 127.5, minus 1.',
  caffe: 'Pictures: values 0 … 255, channels in the order blue, green, red, minus 103.939, 116.779 and 123.68.',
  torch:
    'Pictures: values 0 … 255 divided by 255, minus 0.485, 0.456 and 0.406, divided by 0.229, 0.224 and 0.225 (red, green, blue).',
  none: 'Pictures: values 0 … 255 as they are.',
};

const takesPictures = ({ steps, inputs }: Plan) =>
  steps.some(({ name, shape }) => inputs.includes(name) && shape.length === 3);

/** `README.md` beside the model: what goes in, what comes out, and how to run it. */
export function readmeFile({ document, plan }: ExportedModel, model: OnnxModel): string {
  const feeds = model.inputs.map(({ value: { name } }) => `${JSON.stringify(name)}: …`);
  const preparation = preparations[preprocessingFor(plan, document.training.preprocessing)];
  return [
    `# ${plain(plan.title) || 'Model'}`,
    '',
    `A model made with DeepBrick, in \`model.onnx\` with its weights, as it answers when predicting (operators of version ${opset}).`,
    '`graph.txt` lists its operators. Nodes have the names of the layers; what belongs to a layer besides has a `/` behind it.',
    '',
    '## What goes in',
    '',
    ...table(model.inputs),
    '',
    ...(takesPictures(plan) ? [preparation, 'Shapes are height × width × channels, as in Keras.', ''] : []),
    '## What comes out',
    '',
    ...table(model.outputs),
    '',
    '## How to run it',
    '',
    'In Python, after `pip install onnxruntime`:',
    '',
    '```python',
    'import numpy as np',
    'import onnxruntime',
    '',
    "session = onnxruntime.InferenceSession('model.onnx')",
    'feeds = {',
    '    port.name: np.zeros(',
    '        [size if isinstance(size, int) else 8 for size in port.shape],',
    "        'int32' if 'int' in port.type else 'float32',",
    '    )',
    '    for port in session.get_inputs()',
    '}',
    'print(session.run(None, feeds))',
    '```',
    '',
    'In the browser, after `npm install onnxruntime-web`:',
    '',
    '```js',
    "import * as ort from 'onnxruntime-web';",
    '',
    "const session = await ort.InferenceSession.create('model.onnx');",
    `const answers = await session.run({ ${feeds.join(', ')} }); // each an ort.Tensor`,
    '```',
    '',
    'To look at it: [netron.app](https://netron.app), or `pip install netron && netron model.onnx`.',
    '',
  ].join('\n');
}
