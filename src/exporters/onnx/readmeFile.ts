import { commentText } from '../../compile/commentText';
import { type Plan, preprocessingFor } from '../../compile/plan';
import type { ExportedModel } from '../exporter';
import { type OnnxModel, type Port, opset } from './graph/parts';
import { type ReadmeWords, readmeWords } from './readmeWords';

/** Characters that Markdown would read as markup. */
const plain = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

const table = (ports: readonly Port[], { columns, any }: ReadmeWords) => [
  `| ${columns.join(' | ')} |`,
  '| --- | --- | --- |',
  ...ports.map(
    ({ value: { name, type }, dims }) =>
      `| ${name} | ${type === 'float' ? 'float32' : type} | ${dims.map((size) => size ?? any).join(' × ')} |`,
  ),
];

const takesPictures = ({ steps, inputs }: Plan) =>
  steps.some(({ name, shape }) => inputs.includes(name) && shape.length === 3);

/** `README.md` beside the model: what goes in, what comes out, and how to run it. */
export function readmeFile({ document, plan, language = 'en' }: ExportedModel, model: OnnxModel): string {
  const feeds = model.inputs.map(({ value: { name } }) => `${JSON.stringify(name)}: …`);
  const words = readmeWords[language];
  const preparation = words.preparations[preprocessingFor(plan, document.training.preprocessing)];
  return [
    `# ${plain(plan.title) || words.untitled}`,
    '',
    words.about(opset),
    words.graph,
    '',
    words.goesIn,
    '',
    ...table(model.inputs, words),
    '',
    ...(takesPictures(plan) ? [preparation, words.shapes, ''] : []),
    words.comesOut,
    '',
    ...table(model.outputs, words),
    '',
    words.run,
    '',
    words.python,
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
    words.browser,
    '',
    '```js',
    "import * as ort from 'onnxruntime-web';",
    '',
    "const session = await ort.InferenceSession.create('model.onnx');",
    `const answers = await session.run({ ${feeds.join(', ')} }); // ${words.tensors}`,
    '```',
    '',
    words.look,
    '',
  ].join('\n');
}
