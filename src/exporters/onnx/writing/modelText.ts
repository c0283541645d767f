import type { Attribute, Body, Node, OnnxModel, Port, Value } from '../graph/parts';
import { opset } from '../graph/parts';

/** One line of plain characters: what comes out of a document cannot end it. */
const plain = (text: string) => text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const portText = ({ value, dims }: Port) =>
  `${value.type}[${dims.map((size) => size ?? '?').join(', ')}] ${value.name}`;

const valueText = (value: Value | null) => value?.name ?? '';

/** Digits that say the number in float32. */
const float = (value: number) => String(Number(Math.fround(value).toPrecision(7)));

function attributeText(value: Attribute): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if ('float' in value) return float(value.float);
  if ('body' in value) return value.body.name;
  return `[${value.map((one) => (typeof one === 'string' ? JSON.stringify(one) : one)).join(', ')}]`;
}

function nodeLines({ op, name, inputs, outputs, attributes }: Node, indent: string): string[] {
  const given = Object.entries(attributes).map(([key, value]) => `${key} = ${attributeText(value)}`);
  const left = outputs.map(valueText).join(', ');
  const settings = given.length === 0 ? '' : ` <${given.join(', ')}>`;
  const bodies = Object.values(attributes).flatMap((value) =>
    typeof value === 'object' && 'body' in value ? value.body : [],
  );
  return [
    `${indent}[${name}] ${left} = ${op}${settings} (${inputs.map(valueText).join(', ')})`,
    ...bodies.flatMap((body) => bodyLines(body, `${indent}  `)),
  ];
}

const bodyLines = (body: Body, indent: string): string[] => [
  `${indent}${plain(body.name) || 'model'} (${body.inputs.map(portText).join(', ')}) => (${body.outputs.map(portText).join(', ')}) {`,
  ...body.nodes.flatMap((node) => nodeLines(node, `${indent}  `)),
  `${indent}}`,
];

/** The model's operators, close to ONNX's own text format, with the shapes of its constants but without their numbers. */
export function modelText(model: OnnxModel): string {
  return [
    `// ${plain(model.name) || 'Model'}: ONNX, operators of version ${opset}, exported by DeepBrick.`,
    ...bodyLines(model, ''),
    '',
    '// Constants',
    ...model.initializers.map(({ name, type, dims }) => `${type}[${dims.join(', ')}] ${name}`),
    '',
  ].join('\n');
}
