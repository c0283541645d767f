import { compile } from '../../../compile/compile';
import type { Document } from '../../../document/document';
import { longestName } from '../../../document/longestName';
import { type Result, done, refused } from '../../../document/result';
import type { Library } from '../../../document/template';
import { arrange } from '../../../layout/arrange';
import type { ImportNote, ImportTrouble, Imported } from '../../importer';
import { CodeError } from '../../kerasCode/codeError';
import { graphDocument } from '../../kerasGraph/graphDocument';
import { Unfit } from '../../onnx/conversion';
import { type Converted, convert } from '../../onnx/convert';
import { TorchParameter } from '../trace/data';
import { InputNeeded, SizeMismatch } from '../trace/tensor';
import { InputOpen, inputSizes } from '../trace/inputSizes';
import { type Traced, traced } from '../trace/traced';
import type { NumbersOf, Trace } from '../trace/trace';
import type { TorchModel, TorchText } from '../torchModels';
import { trainingFrom, withLossActivation } from '../training/torchTraining';
import { foldedActivations } from './activations';
import { blocksFor } from './blocks';
import { torchOperators } from './operators';
import { withSamePadding } from './samePadding';

type Shapes = Readonly<Record<string, readonly (number | null)[]>>;

/** A model of code for PyTorch as a document, and as Keras's layers with their weights. */
export interface TorchDocument extends Imported {
  readonly converted: Converted;
}

/** Names of our own projects: those of attributes, which are distinct, and in comments: `x = x.flatten(1)  # flatten`. */
function nameAsExported({ nodes, lines, functions, renamed }: Trace, text: TorchText): void {
  const written = text.code.text.split('\n');
  if (!/exported by DeepBrick/.test(text.code.text.slice(0, 2000))) return;
  for (const [at, node] of nodes.entries()) {
    if (functions.has(node.name) || !node.name.includes('.')) continue;
    nodes[at] = { ...node, name: node.name.split('.').at(-1)! };
    renamed.set(node.outputs[0]!, node.name);
  }
  const last = new Map<number, (typeof nodes)[number]>();
  for (const node of nodes) if (functions.has(node.name)) last.set(lines.get(node.outputs[0]!) ?? 0, node);
  for (const [line, node] of last) {
    const name = /#\s*([\p{L}_][\p{L}\p{N}_]*)\s*$/u.exec(written[line - 1] ?? '')?.[1];
    if (name === undefined) continue;
    const at = nodes.indexOf(node);
    nodes[at] = { ...node, name };
    renamed.set(node.outputs[0]!, node.name);
  }
}

function converted({ trace, graph }: Traced, title: string): Converted {
  const whole = convert(graph, title, torchOperators);
  const isFunction = (layer: string) => {
    const node = whole.origins.get(layer);
    return node !== undefined && trace.functions.has(node.name) && !trace.renamed.has(node.outputs[0]!);
  };
  return { ...whole, graph: foldedActivations(whole.graph, isFunction) };
}

/** The document of a model. Never throws. */
export function documentOf(
  model: TorchModel,
  text: TorchText,
  library: Library,
  shapes: Shapes = {},
  numbersOf: NumbersOf | null = null,
): Result<TorchDocument, ImportTrouble> {
  try {
    return whole(model, text, library, shapes, numbersOf);
  } catch (error) {
    return refused(troubleOf(error, text));
  }
}

function whole(
  { name, module }: TorchModel,
  text: TorchText,
  library: Library,
  shapes: Shapes,
  numbersOf: NumbersOf | null,
): Result<TorchDocument, ImportTrouble> {
  const { inputs, assumed } = inputSizes(text, module, shapes);
  const way = traced(text, module, inputs, numbersOf);
  const { trace, graph } = way;
  nameAsExported(trace, text);
  const nodes = graph.nodes.map((node) => trace.nodes.find(({ outputs }) => outputs[0] === node.outputs[0]) ?? node);
  const made = converted({ trace, graph: { ...graph, nodes: withSamePadding(nodes, trace) } }, titleOf(name, text));
  const frozen = frozenPaths(trace);
  const training = trainingFrom(text);
  const trained = withLossActivation(made.graph, training);
  const isFrozen = (layer: string) => frozen.has(made.origins.get(layer)?.name ?? '');
  const layers = trained.graph.layers.map((layer) =>
    isFrozen(layer.name) ? { ...layer, config: { ...layer.config, trainable: false } } : layer,
  );
  const imported = graphDocument({ ...trained.graph, layers }, library, {});
  if (!imported.ok) return imported;
  const { document, report } = imported.value;
  const moduleOf = (brick: string) => {
    const node = made.origins.get(brick);
    const own = node === undefined ? '' : (trace.renamed.get(node.outputs[0]!) ?? node.name);
    return trace.modules.get(own) ?? '';
  };
  const blocks = blocksFor(document, moduleOf);
  const laid = Object.keys(blocks).length === 0 ? document : arrange({ ...document, blocks }, library, 'towers');
  const plan = compile(laid, library);
  const notes = assumed.map((input): ImportNote => {
    const shape = plan.steps.find((step) => step.name === input)?.shape ?? [];
    return { code: 'inputSize', where: input, data: { shape } };
  });
  return done({
    ...imported.value,
    document: withTraining(laid, training.document),
    report: {
      ...report,
      assumed: [...report.assumed, ...notes, ...trained.notes],
      dropped: [...report.dropped, ...training.dropped],
    },
    converted: made,
  });
}

const withTraining = (document: Document, changes: Partial<Document['training']>): Document => ({
  ...document,
  training: { ...document.training, ...changes },
});

/** Of our own projects the title of the document that they were made of. */
function titleOf(name: string, { code }: TorchText): string {
  const [, own] = /^\s*"""(.+): PyTorch, exported by DeepBrick\."""/.exec(code.text) ?? [];
  return (own ?? name).slice(0, longestName);
}

/** Modules whose weights are not trained. */
function frozenPaths({ paths, nodes }: Trace): ReadonlySet<string> {
  const still = [...paths].flatMap(([owner, path]) =>
    owner instanceof TorchParameter && owner.frozen ? [path.replace(/\.?[^.]*$/, '')] : [],
  );
  const known = new Set(still);
  return new Set(
    nodes.flatMap(({ name }) => (known.has(name.replace(/^[a-z]\w*?_(?=\d)/, '')) || known.has(name) ? [name] : [])),
  );
}

function troubleOf(error: unknown, { told }: TorchText): ImportTrouble {
  if (error instanceof CodeError) return { code: 'code', where: null, data: told(error) };
  if (error instanceof Unfit) return error.trouble;
  if (error instanceof InputOpen) return { code: 'openInput', where: error.input, data: { shape: error.sizes } };
  if (error instanceof InputNeeded) return { code: 'openInput', where: error.input, data: { shape: [null] } };
  if (error instanceof SizeMismatch) {
    const data = { operator: error.layer, left: String(error.wanted), right: String(error.got) };
    return { code: 'code', where: null, data: told(new CodeError('operands', error.line, data)) };
  }
  if (error instanceof RangeError)
    return { code: 'code', where: null, data: new CodeError('tooDeep', 0, { limit: 0 }).trouble };
  throw error;
}
