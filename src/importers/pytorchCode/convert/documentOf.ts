import { compile } from '../../../compile/compile';
import type { Document } from '../../../document/document';
import { longestName } from '../../../document/longestName';
import { type Result, done, refused } from '../../../document/result';
import type { Library } from '../../../document/template';
import { arrange } from '../../../layout/arrange';
import type { ImportNote, ImportTrouble, Imported } from '../../importer';
import { openInput } from '../../openInput';
import { CodeError } from '../../kerasCode/codeError';
import { graphDocument } from '../../kerasGraph/graphDocument';
import { Unfit } from '../../onnx/conversion';
import { type Converted, type OwnOperators, convert } from '../../onnx/convert';
import { sharedDrafts, withSharedWeights } from '../../onnx/sharedDrafts';
import type { OnnxNode } from '../../onnx/file/onnxGraph';
import { exportedTitle } from '../exported/exportedText';
import { foldedLines } from '../exported/foldedLines';
import { withMasks } from '../exported/withMasks';
import { withBackbones } from '../exported/withBackbones';
import { type Recognition, inCode, inFiles } from '../../knownBackbones';
import { nameAsExported } from '../exported/names';
import { TorchParameter } from '../trace/data';
import { InputNeeded, SizeMismatch } from '../trace/tensor';
import { InputOpen, inputSizes } from '../trace/inputSizes';
import { type Traced, traced } from '../trace/traced';
import type { NumbersOf, Trace } from '../trace/trace';
import type { TorchModel, TorchText } from '../torchModels';
import { trainingFrom, withLossActivation } from '../training/torchTraining';
import { foldedActivations, namedActivations } from './activations';
import { blocksFor } from './blocks';
import { exportedOperators } from './kerasLayers';
import { torchOperators } from './operators';
import { withSamePadding } from './samePadding';

type Shapes = Readonly<Record<string, readonly (number | null)[]>>;

/** A model of code for PyTorch as a document, and as Keras's layers with their weights. */
export interface TorchDocument extends Imported {
  readonly converted: Converted;
}

function converted({ trace, graph }: Traced, title: string): Converted {
  const isFunction = (node: OnnxNode) => trace.functions.has(node.name) && !trace.renamed.has(node.outputs[0]!);
  const operators = trace.isExported ? withExported(trace.inside, isFunction) : torchOperators;
  const whole = convert(graph, title, operators);
  const isFree = (layer: string) => {
    const node = whole.origins.get(layer);
    return node !== undefined && isFunction(node);
  };
  const isModule = (layer: string) => {
    const node = whole.origins.get(layer);
    return node !== undefined && !trace.functions.has(trace.renamed.get(node.outputs[0]!) ?? node.name);
  };
  const own = () => namedActivations(withMasks(whole.graph, trace, whole.origins), isModule);
  const made = trace.isExported ? { ...whole, graph: own() } : whole;
  // One layer that is called several times has one activation: what is applied behind it stays by itself.
  const shares = sharedDrafts(whole);
  const shared = new Set([...shares.keys(), ...shares.values()]);
  const behindShared = new Set(
    made.graph.layers.flatMap(({ name, calls }) =>
      calls[0]?.inputs.some(({ layer }) => shared.has(layer)) === true ? [name] : [],
    ),
  );
  return { ...made, graph: foldedActivations(made.graph, (layer) => isFree(layer) && !behindShared.has(layer)) };
}

/** Operators that only nodes of our own projects have, too; those inside others among them. */
function withExported(inside: Trace['inside'], isFunction: (node: OnnxNode) => boolean): OwnOperators {
  const operators: Record<string, OwnOperators[string]> = { ...torchOperators };
  Object.assign(operators, exportedOperators({ inside, isFunction, operators }));
  return operators;
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
  if (text.isExported) nameAsExported(trace, text.code.text);
  const named = new Map(trace.nodes.map((node) => [node.outputs[0]!, node]));
  const alive = graph.nodes.flatMap((node) => named.get(node.outputs[0]!) ?? []);
  const nodes = text.isExported ? foldedLines(alive, trace) : alive;
  const made = converted({ trace, graph: { ...graph, nodes: withSamePadding(nodes, trace) } }, titleOf(name, text));
  const frozen = frozenPaths(trace);
  const training = trainingFrom(text);
  const trained = withLossActivation(made.graph, training);
  const pathOf = (layer: string) => {
    const node = made.origins.get(layer);
    return node === undefined ? '' : (trace.renamed.get(node.outputs[0]!) ?? node.name);
  };
  const isFrozen = (layer: string) => frozen.has(pathOf(layer));
  const layers = trained.graph.layers.map((layer) =>
    isFrozen(layer.name) ? { ...layer, config: { ...layer.config, trainable: false } } : layer,
  );
  const moduleOf = (brick: string) => trace.modules.get(pathOf(brick)) ?? '';
  const unfolded = graphDocument({ ...trained.graph, layers }, library, {});
  if (!unfolded.ok) return unfolded;
  const withNames = { ...trained.graph, layers };
  const weighted = new Set(made.drafts.flatMap(({ name: own, weights }) => (weights.length > 0 ? [own] : [])));
  const recognition: Recognition = numbersOf === null ? { ...inCode, accepts: () => true } : inFiles;
  const facts = { moduleOf, hasWeights: (layer: string) => weighted.has(layer) };
  const plan = compile(unfolded.value.document, library);
  const folded = text.isExported ? withBackbones(withNames, plan, facts, library, recognition) : withNames;
  const imported = folded === withNames ? unfolded : graphDocument(folded, library, {});
  if (!imported.ok) return imported;
  const { report } = imported.value;
  const { document, apart } = withSharedWeights(imported.value.document, sharedDrafts(made));
  if (apart[0] !== undefined) return refused({ code: 'sharedLayer', where: apart[0], data: { calls: 2 } });
  const blocks = blocksFor(document, moduleOf);
  const laid = Object.keys(blocks).length === 0 ? document : arrange({ ...document, blocks }, library, 'towers');
  const shapesOf = compile(laid, library).shapes;
  const notes = assumed.map((input): ImportNote => {
    return { code: 'inputSize', where: input, data: { shape: shapesOf[input] ?? [] } };
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

const titleOf = (name: string, { code }: TorchText) => (exportedTitle(code.text) ?? name).slice(0, longestName);

/** Modules whose weights are not trained. */
function frozenPaths({ paths, nodes, renamed }: Trace): ReadonlySet<string> {
  const still = [...paths].flatMap(([owner, path]) =>
    owner instanceof TorchParameter && owner.frozen ? [path.replace(/\.?[^.]*$/, '')] : [],
  );
  // Of a module of two parts both are.
  const known = new Set(still.flatMap((path) => [path, path.replace(/\.(\d+|forward_layer|backward_layer)$/, '')]));
  return new Set(
    nodes.flatMap((node) => {
      const name = renamed.get(node.outputs[0]!) ?? node.name;
      return known.has(name.replace(/^[a-z]\w*?_(?=\d)/, '')) || known.has(name) ? [name] : [];
    }),
  );
}

function troubleOf(error: unknown, { told }: TorchText): ImportTrouble {
  if (error instanceof CodeError) return { code: 'code', where: null, data: told(error) };
  if (error instanceof Unfit) return error.trouble;
  if (error instanceof InputOpen) return openInput(error.input, error.sizes);
  if (error instanceof InputNeeded) return openInput(error.input, [null]);
  if (error instanceof SizeMismatch) {
    const data = { operator: error.layer, left: String(error.wanted), right: String(error.got) };
    return { code: 'code', where: null, data: told(new CodeError('operands', error.line, data)) };
  }
  if (error instanceof RangeError)
    return { code: 'code', where: null, data: new CodeError('tooDeep', 0, { limit: 0 }).trouble };
  throw error;
}
