import { isList, member } from '../kerasGraph/json';
import type { Json } from '../kerasGraph/kerasGraph';

/** A node of a frozen TensorFlow graph, as TensorFlow.js keeps it in `modelTopology.node`. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  /** Names of outputs of nodes, the first as the node itself; what is only waited for is left out. */
  readonly inputs: readonly string[];
  readonly attr: Json;
}

/** `node` and `node:0` are the first output. */
export const firstOutput = (name: string): string => name.replace(/:0$/, '');

/** The nodes of a topology; what is none is left out. */
export function graphNodes(topology: unknown): readonly GraphNode[] {
  const list = member(topology, 'node');
  return (isList(list) ? list : []).flatMap((each): readonly GraphNode[] => {
    const [name, op, inputs] = ['name', 'op', 'input'].map((key) => member(each, key));
    if (typeof name !== 'string' || typeof op !== 'string') return [];
    const given = (isList(inputs) ? inputs : [])
      .map((input) => (typeof input === 'string' ? input : ''))
      .filter((input) => !input.startsWith('^'));
    return [{ name, op, inputs: given.map(firstOutput), attr: member(each, 'attr') ?? null }];
  });
}

const attribute = ({ attr }: GraphNode, name: string, kind: string): Json | undefined =>
  member(member(attr, name), kind);

/** Numbers are written as numbers, or as texts where they have 64 bits. */
const number = (value: Json | undefined): number | null => {
  const read = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
};

/** Texts are written in base64, or as a list of bytes. */
function text(value: Json | undefined): string | null {
  if (isList(value)) return value.map((code) => String.fromCharCode(Number(code))).join('');
  if (typeof value !== 'string') return null;
  try {
    return atob(value);
  } catch {
    // What is no base64 stands as it is.
    return value;
  }
}

export const intAt = (node: GraphNode, name: string, otherwise: number): number =>
  number(attribute(node, name, 'i')) ?? otherwise;
export const floatAt = (node: GraphNode, name: string, otherwise: number): number =>
  number(attribute(node, name, 'f')) ?? otherwise;
export const flagAt = (node: GraphNode, name: string): boolean => attribute(node, name, 'b') === true;
export const textAt = (node: GraphNode, name: string, otherwise: string): string =>
  text(attribute(node, name, 's')) ?? otherwise;

const listAt = (node: GraphNode, name: string, kind: string): readonly Json[] => {
  const found = member(attribute(node, name, 'list'), kind);
  return isList(found) ? found : [];
};
export const intsAt = (node: GraphNode, name: string): readonly number[] =>
  listAt(node, name, 'i').map((each) => number(each) ?? 0);
export const textsAt = (node: GraphNode, name: string): readonly string[] =>
  listAt(node, name, 's').map((each) => text(each) ?? '');

/** Name of a `DataType`, such as `DT_FLOAT`. */
export const typeAt = (node: GraphNode, name: string): string => String(attribute(node, name, 'type') ?? '');

/** Sizes of a shape, null where they are open; null where the node does not say it. */
export function shapeAt(node: GraphNode, name: string): readonly (number | null)[] | null {
  const shape = attribute(node, name, 'shape');
  if (shape === undefined || member(shape, 'unknownRank') === true) return null;
  const dims = member(shape, 'dim');
  return (isList(dims) ? dims : []).map((each) => {
    const size = number(member(each, 'size'));
    return size === null || size <= 0 ? null : size;
  });
}
