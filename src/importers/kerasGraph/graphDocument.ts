import type { AnyBrick } from '../../brick/brick';
import { initialParams } from '../../brick/brick';
import {
  type Block,
  type Document,
  type Edge,
  type Node,
  emptyDocument,
  type Json as SavedJson,
} from '../../document/document';
import { longestName } from '../../document/longestName';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { LayerShapes } from '../../formats/weights/weightFile';
import { arrange } from '../../layout/arrange';
import type { ImportNote, ImportTrouble, Imported } from '../importer';
import { channelsLast } from './channels/channelsLast';
import { backboneBrick, isBackbone } from './backbone';
import { fittingShapes } from './fittingShapes';
import { type FlatGraph, type FlatLayer, flatGraph } from './flatGraph';
import { type GivenShapes, inputBrick } from './inputBrick';
import type { KerasGraph, KerasLayer } from './kerasGraph';
import { perPlace } from './perPlace';
import { type PlacedLayer, placedLayer } from './placedLayer';
import { type PlacedPlaceholder, placeholderNode, saidShapes } from './placeholderNode';
import { spelledOut } from './operations/spelledOut';
import { trainingOf } from './training/trainingOf';

/** What the source does not say, and whoever imports does. */
export interface GraphAnswers {
  /** Shapes of samples that are open in the source, by input. */
  readonly shapes?: GivenShapes;
  /** Layers with weights, where the source has some. */
  readonly stored?: readonly LayerShapes[];
}

/**
 * The document of a Keras model, laid out, under the same names, with what was taken, assumed and dropped. Models in the
 * model become blocks. Never throws.
 */
export function graphDocument(
  graph: KerasGraph,
  library: Library,
  { shapes = {}, stored = [] }: GraphAnswers = {},
): Result<Imported, ImportTrouble> {
  const bricks = Object.values(library.bricks);
  const flat = flatGraph(spelledOut(graph, bricks), {
    repeats: (layer) => !hasWeights(layer, bricks),
    whole: (layer) => layer.calls.length <= 1 && isBackbone(layer, library),
  });
  if (!flat.ok) return flat;
  const { graph: turned, assumed: said } = channelsLast(flat.value);
  const { outputs, repeated } = turned;
  const layers = inputsFirst(turned);
  const nodes: Record<string, Node> = {};
  const edges: Edge[] = [];
  const assumed: ImportNote[] = [...said];
  const dropped: ImportNote[] = [];
  const whole = takingWhole(layers, bricks);
  const shapesOf = saidShapes(layers);
  for (const layer of layers) {
    const backbone = backboneBrick(layer.layer, layer.name, library);
    const read = backbone ? done(backbone) : brickFor(layer, bricks, shapes, whole);
    const kept = read.ok ? null : placeholderNode(layer, read.error, shapesOf.get(layer.name), stored);
    if (!read.ok && kept === null) return read;
    const placed = read.ok ? { ...read.value, type: read.value.brick.type, params: wholeParams(read.value) } : kept!;
    nodes[layer.name] = nodeOf(layer, placed);
    layer.inputs.forEach((from, port) => edges.push({ from, to: layer.name, port }));
    assumed.push(...placed.assumed);
    dropped.push(...placed.dropped);
  }
  for (const { name, of } of repeated) assumed.push({ code: 'repeated', where: name, data: { of } });
  const document: Document = {
    ...emptyDocument(graph.name.slice(0, longestName)),
    nodes,
    edges,
    blocks: blocksOf(layers),
  };
  const { document: shaped, fitted } = fittingShapes(document, layers, stored, library);
  const placed = perPlace(shaped, library);
  const ended = withOutputs(placed.document, outputs, library);
  const trained = trainingOf(graph.training, ended.outputs);
  return done({
    document: arrange({ ...ended.document, training: trained.training }, library, 'towers'),
    report: {
      taken: layers.map(({ name }) => name),
      assumed: [...assumed.map((note) => asFitted(note, fitted)), ...placed.assumed, ...ended.assumed],
      dropped: [...dropped, ...trained.dropped],
    },
  });
}

/** Inputs in the order in which the model takes them, in front of all others. */
function inputsFirst({ layers, inputs }: FlatGraph): readonly FlatLayer[] {
  const place = (name: string) => (inputs.includes(name) ? inputs.indexOf(name) : inputs.length);
  return layers.toSorted((one, other) => place(one.name) - place(other.name));
}

/** Of a layer whose shape the weights behind it say that is said instead. */
function asFitted(note: ImportNote, fitted: readonly string[]): ImportNote {
  if (note.code !== 'sameShape' || !fitted.includes(note.where)) return note;
  return { code: 'fittingShape', where: note.where, data: {} };
}

function brickFor(
  { name, layer, inputs }: FlatLayer,
  bricks: readonly AnyBrick[],
  shapes: GivenShapes,
  whole: ReadonlySet<string>,
): Result<PlacedLayer, ImportTrouble> {
  const { className, config, module } = layer;
  if (layer.calls.length === 0) return inputBrick({ ...layer, name }, bricks, shapes, whole.has(name));
  if (module === 'keras.ops') return refused({ code: 'layer', where: name, data: { layer: className } });
  return placedLayer({ name, className, config, inputs: inputs.length }, bricks);
}

/** Inputs whose values a layer looks up: those are whole numbers. */
function takingWhole(layers: readonly FlatLayer[], bricks: readonly AnyBrick[]): ReadonlySet<string> {
  const lookups = new Set(bricks.filter((brick) => looksUp(brick)).map(({ layer }) => layer.keras));
  return new Set(layers.flatMap(({ layer, inputs }) => (lookups.has(layer.className) ? inputs : [])));
}

const looksUp = (brick: AnyBrick) =>
  brick.traits?.({ ...initialParams(brick), ...brick.examples[0].params }, brick.examples[0].in).vocabulary !==
  undefined;

const wholeParams = ({ brick, params }: PlacedLayer) =>
  ({ ...initialParams(brick), ...params }) as Record<string, SavedJson>;

function nodeOf(
  { layer, trainable, sharesWith }: FlatLayer,
  { type, params }: Pick<PlacedPlaceholder, 'type' | 'params'>,
): Node {
  const frozen = layer.config['trainable'] === false;
  return { type, params, trainable: trainable && !frozen, at: [0, 0], ...(sharesWith === null ? {} : { sharesWith }) };
}

/** Whether a layer has weights; what no brick is known for may. */
function hasWeights(layer: KerasLayer, bricks: readonly AnyBrick[]): boolean {
  if (layer.graph) return layer.graph.layers.some((each) => hasWeights(each, bricks));
  if (layer.calls.length === 0) return false;
  const found = bricks.filter((brick) => brick.layer.keras === layer.className);
  return found.length === 0 || found.some(({ weights, wraps, nested }) => weights ?? wraps ?? nested);
}

/** The models around the layers, each a block. */
function blocksOf(layers: readonly FlatLayer[]): Record<string, Block> {
  const blocks: Record<string, Block> = {};
  for (const { name, blocks: around } of layers) {
    around.forEach((block, depth) => {
      const parent = around[depth - 1];
      blocks[block] ??= { nodes: [], folded: false, color: 'none', ...(parent === undefined ? {} : { parent }) };
    });
    const own = around.at(-1);
    if (own !== undefined) blocks[own] = { ...blocks[own]!, nodes: [...blocks[own]!.nodes, name] };
  }
  return blocks;
}

/** An output of the model that goes on inside it, or is an input, ends in a brick of its own that hands it on. */
function withOutputs(
  document: Document,
  outputs: readonly string[],
  { bricks }: Library,
): { readonly document: Document; readonly outputs: readonly string[]; readonly assumed: readonly ImportNote[] } {
  const used = new Set(document.edges.map(({ from }) => from));
  const handing = Object.values(bricks).find(({ layer }) => layer.keras === 'Identity');
  const nodes = { ...document.nodes };
  const edges = [...document.edges];
  const assumed: ImportNote[] = [];
  const ends: string[] = [];
  for (const output of outputs) {
    const isInput = document.edges.every(({ to }) => to !== output);
    if (!handing || (!used.has(output) && !isInput)) {
      ends.push(output);
      continue;
    }
    let name = `${output}_output`;
    for (let number = 1; Object.hasOwn(nodes, name) || Object.hasOwn(document.blocks, name); number++)
      name = `${output}_output_${number}`;
    nodes[name] = { type: handing.type, params: {}, trainable: true, at: [0, 0] };
    edges.push({ from: output, to: name, port: 0 });
    used.add(output);
    ends.push(name);
    assumed.push({ code: 'handedOut', where: name, data: { of: output } });
  }
  return { document: { ...document, nodes, edges }, outputs: ends, assumed };
}
