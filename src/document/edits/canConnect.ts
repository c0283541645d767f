import { type AnyBrick, initialParams } from '../../brick/brick';
import { type Shape, ShapeError, type ShapeProblem, type ShapeProblems } from '../../brick/shape';
import { closesCircle } from '../circle';
import type { Document, Edge, Edit } from '../document';
import type { Places } from '../items';
import { type Library, offeredBricks } from '../template';
import { nameFor } from './bricks';
import { freePort, connect, disconnect, insertOnWire } from './wires';

/** A way to make the wire after all. */
export type ConnectFix =
  /** Take the wire away that is there. */
  | { readonly kind: 'replace'; readonly edge: Edge }
  /** Put a brick in between that changes the shape. */
  | { readonly kind: 'between'; readonly brick: string };

/** Reasons that have nothing to do with shapes. */
export type WireTroubles = {
  self: Readonly<Record<string, never>>;
  cycle: { readonly from: string; readonly to: string };
  doubleInput: { readonly from: readonly string[] };
  inputBrick: { readonly brick: string };
  missing: { readonly name: string };
};

type ConnectTroubles = WireTroubles & ShapeProblems;

/** Why a wire cannot be; the sentence is made in `src/i18n/troubles/issues.ts`. */
export type ConnectTrouble = {
  readonly [C in keyof ConnectTroubles]: {
    readonly ok: false;
    readonly code: C;
    readonly data: ConnectTroubles[C];
    /** Type of the brick that would take the wire. */
    readonly brick: string;
    readonly fix?: ConnectFix;
  };
}[keyof ConnectTroubles];

type Shapes = Readonly<Record<string, Shape>>;

/**
 * May a wire lead from one brick to another? Shapes are tried on the target as far as they are known.
 * `plan` is the present plan of the document.
 */
export function canConnect(
  document: Document,
  library: Library,
  plan: { readonly shapes: Shapes },
  from: string,
  to: string,
): { readonly ok: true } | ConnectTrouble {
  for (const name of [from, to]) {
    if (!Object.hasOwn(document.nodes, name)) return { ok: false, code: 'missing', data: { name }, brick: '' };
  }
  const node = document.nodes[to]!;
  const brick = Object.hasOwn(library.bricks, node.type) ? library.bricks[node.type]! : undefined;
  const no = { ok: false, brick: node.type } as const;
  if (from === to) return { ...no, code: 'self', data: {} };
  if (brick?.inputs === 0) return { ...no, code: 'inputBrick', data: { brick: node.type } };
  const already = document.edges.find((edge) => edge.to === to && (brick?.inputs !== 'many' || edge.from === from));
  if (already?.from === from) return { ...no, code: 'doubleInput', data: { from: [from] } };
  if (closesCircle(document, from, to)) return { ...no, code: 'cycle', data: { from, to } };
  if (already) {
    const fix: ConnectFix = { kind: 'replace', edge: already };
    return { ...no, code: 'doubleInput', data: { from: [already.from, from] }, fix };
  }
  const shape = plan.shapes[from];
  if (!brick || !shape) return { ok: true };
  const others = document.edges.filter((edge) => edge.to === to).sort((one, other) => one.port - other.port);
  const known = others.map((edge) => plan.shapes[edge.from]);
  if (known.includes(undefined)) return { ok: true };
  const inputs = [...(known as Shape[]), shape];
  // A merge may still be waiting for its other inputs.
  if (brick.inputs === 'many' && inputs.length < 2) return { ok: true };
  const problem = tried(library, document, to, inputs);
  if (problem === null) return { ok: true };
  const fitting = offeredBricks(library).find(
    (adapter) => adapter.inputs === 1 && adapts(adapter, library, document, shape, to),
  );
  const fix = problem.code === 'rank' && fitting ? { fix: { kind: 'between', brick: fitting.type } } : {};
  return { ...no, code: problem.code, data: problem.data, ...fix } as ConnectTrouble;
}

/** What a brick's own shape rule says to these inputs; null when it takes them, or when its parameters are to blame. */
function tried(
  library: Library,
  document: Document,
  to: string,
  inputs: readonly Shape[],
): ShapeError<ShapeProblem> | null {
  const node = document.nodes[to]!;
  const brick = library.bricks[node.type]!;
  const params: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(brick.params)) {
    const parsed = field.schema.safeParse(node.params[name] ?? field.initial);
    if (!parsed.success) return null;
    params[name] = parsed.data;
  }
  try {
    brick.shape(inputs, params);
    return null;
  } catch (error) {
    if (error instanceof ShapeError) return error;
    throw error;
  }
}

function adapts(adapter: AnyBrick, library: Library, document: Document, shape: Shape, to: string): boolean {
  try {
    return tried(library, document, to, [adapter.shape([shape], initialParams(adapter))]) === null;
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}

/** Makes the wire the way the fix offers. */
export function connectWith(fix: ConnectFix, library: Library, from: string, to: string, places: Places): Edit {
  return (document) => {
    if (fix.kind === 'replace') {
      const wired = connect(library, from, to, places, fix.edge.port)(disconnect(fix.edge, places)(document));
      return wired.edges.some((edge) => edge.from === from && edge.to === to) ? wired : document;
    }
    const port = library.bricks[document.nodes[to]?.type ?? '']?.inputs === 'many' ? freePort(document, to) : 0;
    const wired = connect(library, from, to, places, port)(document);
    if (wired === document) return document;
    const name = nameFor(wired, library, { type: fix.brick });
    const [left, right] = [placed(document, from), placed(document, to)];
    const at = [(left[0] + right[0]) / 2, right[1]] as const;
    return insertOnWire(library, { from, to, port }, { type: fix.brick, name, at })(wired);
  };

  function placed(document: Document, name: string): readonly [number, number] {
    const item = places.items.get(name);
    return item ? [item.x, item.y] : document.nodes[name]!.at;
  }
}
