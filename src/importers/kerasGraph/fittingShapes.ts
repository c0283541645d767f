import { compile } from '../../compile/compile';
import type { Document, Json } from '../../document/document';
import { keptPlaceholder } from '../../document/structure/placeholder';
import type { Library } from '../../document/template';
import type { LayerShapes } from '../../formats/weights/weightFile';
import type { FlatLayer } from './flatGraph';
import { storedWeights } from './storedWeights';

/** Shapes as one text, whatever order they come in. */
const textOf = (shapes: readonly (readonly number[])[]) =>
  shapes
    .map((shape) => shape.join('×'))
    .toSorted()
    .join();

type Stored = ReadonlyMap<string, readonly (readonly number[])[]>;

/** The layers with weights behind one, as near as any are. */
function behind(name: string, { edges }: Document, stored: Stored): readonly string[] {
  const found = new Set<string>();
  const waiting = [name];
  const seen = new Set(waiting);
  for (const from of waiting) {
    for (const edge of edges) {
      if (edge.from !== from || seen.has(edge.to)) continue;
      seen.add(edge.to);
      if (stored.has(edge.to)) found.add(edge.to);
      else waiting.push(edge.to);
    }
  }
  return [...found];
}

/**
 * Layers that keep their place and of which nothing says what comes out: what the weights of the layers behind them take,
 * where that is one size of the last axis. The document with these shapes, and the layers that have one now.
 */
export function fittingShapes(
  document: Document,
  layers: readonly FlatLayer[],
  saved: readonly LayerShapes[],
  library: Library,
): { readonly document: Document; readonly fitted: readonly string[] } {
  const open = layers.filter(({ name }) => keptPlaceholder(document.nodes[name]!)?.shape === null);
  if (open.length === 0 || saved.length === 0) return { document, fitted: [] };
  const stored: Stored = new Map(
    layers.flatMap(({ name, path }) => {
      const shapes = Object.values(storedWeights(saved, path));
      return shapes.length === 0 ? [] : [[name, shapes] as const];
    }),
  );
  let now = document;
  const fitted: string[] = [];
  for (const { name } of open) {
    const weighted = behind(name, now, stored);
    const { shapes } = compile(now, library);
    const given = shapes[name];
    if (weighted.length === 0 || given === undefined) continue;
    const sizes = new Set(weighted.flatMap((each) => stored.get(each)!.flat()));
    const last = given.at(-1);
    const candidates = [given, ...[...sizes].flatMap((size) => [[...given.slice(0, -1), size], [size]])];
    const fits = candidates.find((shape) => {
      const { steps } = compile(withShape(now, name, shape), library);
      const own = new Map(steps.map((step) => [step.name, textOf(step.weights.map((weight) => weight.shape))]));
      return weighted.every((each) => own.get(each) === textOf(stored.get(each)!));
    });
    if (fits === undefined || (fits.length === given.length && fits.at(-1) === last)) continue;
    now = withShape(now, name, fits);
    fitted.push(name);
  }
  return { document: now, fitted };
}

function withShape(document: Document, name: string, shape: readonly (number | null)[]): Document {
  const node = document.nodes[name]!;
  const params = { ...node.params, shape: shape as Json };
  return { ...document, nodes: { ...document.nodes, [name]: { ...node, params } } };
}
