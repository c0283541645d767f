import { compile } from '../../compile/compile';
import type { Step } from '../../compile/plan';
import { stepOf } from '../../compile/step';
import { type Block, type Document, type Edge, type Node, emptyDocument, nameSchema } from '../../document/document';
import { FreeNames } from '../../document/structure/freeName';
import { longestName } from '../../document/longestName';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { arrange } from '../../layout/arrange';
import { fileText } from '../fileText';
import type { ImportNote, ImportTrouble, Imported } from '../importer';
import { inputBrick } from '../kerasGraph/inputBrick';
import { wireTrouble } from '../kerasGraph/flatGraph';
import type { KerasLayer, KerasTensor } from '../kerasGraph/kerasGraph';
import { type BrokenWire, type PlacedCall, orderedCalls } from '../kerasGraph/orderedCalls';
import { CodeError } from '../kerasCode/codeError';
import { graphOf, namesIn } from '../kerasCode/model/graphOf';
import { backboneNode } from './backboneNode';
import { blockLines } from './blockLines';
import { editorNames } from './editorNames';
import { copyClass, lookupCallees, maskClasses } from './helperClasses';
import { unescaped } from './syntax/unescaped';
import { placedBrick } from './placedBrick';
import { type TextModel, textModel } from './textModel';

/** Longest code that is read, in characters. */
const longest = 1_000_000;

/** A model that our own TypeScript makes, as a document. Never throws. */
export async function readTypeScript(file: NamedBlob, library: Library): Promise<Result<Imported, ImportTrouble>> {
  const text = await fileText(file);
  if (!text.ok) return text;
  if (text.value.length > longest) {
    return refused({
      code: 'tooLarge',
      where: null,
      data: { file: file.name, size: text.value.length, limit: longest },
    });
  }
  return typescriptDocument(text.value, library);
}

/** The same of a text. */
export function typescriptDocument(text: string, library: Library): Result<Imported, ImportTrouble> {
  const found = textModel(text, library);
  if (!found.ok) {
    return refused(
      found.error === null
        ? { code: 'noModel', where: null, data: { first: null } }
        : { code: 'code', where: null, data: found.error },
    );
  }
  try {
    return documentOf(found.value, text, library);
  } catch (error) {
    if (error instanceof CodeError) return refused({ code: 'code', where: null, data: error.trouble });
    throw error;
  }
}

function documentOf({ model, linesOf }: TextModel, text: string, library: Library): Result<Imported, ImportTrouble> {
  const graph = graphOf(model);
  const order = orderedCalls(graph);
  if (!Array.isArray(order)) return refused(wireTrouble(order as BrokenWire));
  const made = new Map(
    [...namesIn(model)].flatMap(([layer, name]) => ('kind' in layer ? [[name, layer] as const] : [])),
  );
  const blocksAt = blockLines(text);
  const context = { library, compile: (document: Document) => compile(document, library) };
  const steps = new Map<string, Step>();
  const nodes: Record<string, Node> = {};
  const edges: Edge[] = [];
  const blocks: Record<string, Block> = {};
  const assumed: ImportNote[] = [];
  const isMask = new Set<string>();
  const masks = maskClasses(library);
  const lookups = lookupCallees(library);
  const whole = new Set(
    graph.layers.flatMap(({ className, calls }) =>
      lookups.has(className) ? calls.flatMap(({ inputs }) => inputs.map((each) => each.layer)) : [],
    ),
  );
  const namedAt = editorNames(text, unescaped);
  /** What a copy is of, and a layer is itself. */
  const meant = new Map<string, string>();
  const layers = new Set(graph.layers.map(({ name }) => name));
  const free = new FreeNames((name) => layers.has(name));
  for (const { layer, index, call } of order as readonly PlacedCall[]) {
    const given = (call?.inputs ?? []).map(callKey);
    const key = callKey({ layer: layer.name, call: index });
    if (layer.className === copyClass && !isMask.has(given[0]!)) {
      meant.set(key, meant.get(given[0]!) ?? given[0]!);
      continue;
    }
    if (masks.has(layer.className) || layer.className === copyClass) {
      isMask.add(key);
      continue;
    }
    const first = index === 0 ? undefined : meant.get(layer.name);
    const own = made.get(layer.name);
    const lines = own ? linesOf(own) : [];
    const said = lines.map((line) => namedAt.get(line)).find((each) => each !== undefined);
    const isSaid = said !== undefined && nameSchema.safeParse(said).success && !Object.hasOwn(nodes, said);
    const name = first !== undefined ? free.next(first) : isSaid ? said : layer.name;
    meant.set(key, name);
    const inputs = given.filter((from) => !isMask.has(from)).map((from) => meant.get(from)!);
    const sources = inputs.map((from) => steps.get(from)!);
    const backbone = layer.graph && sources[0] ? backboneNode(name, layer.graph, sources[0], library) : null;
    const placed = backbone
      ? { node: backbone }
      : layer.calls.length === 0
        ? inputOf(layer, whole.has(layer.name), library)
        : placedBrick(name, {
            told: { callee: layer.className, args: withoutTrainable(layer) },
            sources,
            library,
            masks: [...layers].some((other) => other.startsWith(`${layer.name}_mask`)),
          });
    if (!placed) return refused({ code: 'layer', where: name, data: { layer: layer.className } });
    if (backbone) {
      const data = { parameter: 'weights', value: String(backbone.params['weights']) };
      assumed.push({ code: 'initialValue', where: name, data });
    }
    const node: Node = {
      ...(backbone ?? { ...placed.node, trainable: layer.config['trainable'] !== false }),
      ...(first === undefined ? {} : { sharesWith: first }),
    };
    nodes[name] = node;
    inputs.forEach((from, port) => edges.push({ from, to: name, port }));
    const outcome = stepOf(name, node, sources, [], context);
    if (!('step' in outcome)) return refused({ code: 'layer', where: name, data: { layer: layer.className } });
    steps.set(name, outcome.step);
    putInto(blocks, name, lines.map(blocksAt).find((around) => around.length > 0) ?? []);
  }
  const title = /^\/\/ (.*): TensorFlow\.js, exported by DeepBrick\.$/m.exec(text)?.[1];
  const document: Document = {
    ...emptyDocument((title ?? graph.name).slice(0, longestName)),
    nodes,
    edges,
    blocks,
  };
  return done({
    document: arrange(document, library, 'towers'),
    report: { taken: Object.keys(nodes), assumed, dropped: [] },
  });
}

/** The output of a layer's call, by the layer's name alone for its first. */
const callKey = ({ layer, call }: Pick<KerasTensor, 'layer' | 'call'>) => (call === 0 ? layer : `${layer} ${call}`);

const withoutTrainable = ({ config }: KerasLayer) =>
  Object.fromEntries(Object.entries(config).filter(([name]) => name !== 'trainable'));

/** The brick of an input: that of its shape. */
function inputOf(layer: KerasLayer, isWhole: boolean, library: Library): { readonly node: Node } | null {
  for (const whole of [isWhole, !isWhole]) {
    const config = whole ? { ...layer.config, dtype: 'int32' } : layer.config;
    const read = inputBrick({ ...layer, config }, Object.values(library.bricks), {}, whole);
    if (!read.ok) continue;
    const { brick, params } = read.value;
    return { node: { type: brick.type, params: params as Node['params'], trainable: true, at: [0, 0] } };
  }
  return null;
}

/** Puts a brick into the innermost of these blocks. */
function putInto(blocks: Record<string, Block>, name: string, around: readonly string[]): void {
  around.forEach((block, depth) => {
    const parent = around[depth - 1];
    blocks[block] ??= { nodes: [], folded: false, color: 'none', ...(parent === undefined ? {} : { parent }) };
  });
  const own = around.at(-1);
  if (own !== undefined) blocks[own] = { ...blocks[own]!, nodes: [...blocks[own]!.nodes, name] };
}
