import { architectureIn } from './library';
import { type Library, buildTemplate } from './template';

/** A layer of an architecture. */
export interface InnerLayer {
  readonly name: string;
  readonly type: string;
}

/**
 * The layers of the architecture that a backbone's parameters ask for, without its input; none where it is not known.
 * Unlike the plan it knows them while something is wrong with the brick.
 */
export function innerLayers(
  library: Library,
  { architecture, includeTop, pooling }: Readonly<Record<string, unknown>>,
): readonly InnerLayer[] {
  const template = architectureIn(library, architecture);
  if (!template) return [];
  const { nodes, edges } = buildTemplate(template, { includeTop: includeTop === true, pooling: known(pooling) });
  const fed = new Set(edges.map(({ to }) => to));
  return Object.entries(nodes).flatMap(([name, { type }]) => (fed.has(name) ? [{ name, type }] : []));
}

/** Their names. */
export const layersInside = (library: Library, params: Readonly<Record<string, unknown>>): readonly string[] =>
  innerLayers(library, params).map(({ name }) => name);

const known = (pooling: unknown) => (pooling === 'avg' || pooling === 'max' ? pooling : 'none');
