import { type Library, buildTemplate } from './template';

/**
 * Names of the layers of the architecture that a backbone's parameters ask for, without its input; none where it is not
 * known. Unlike the plan it knows them while something is wrong with the brick.
 */
export function layersInside(
  { architectures }: Library,
  { architecture, includeTop, pooling }: Readonly<Record<string, unknown>>,
): readonly string[] {
  const template =
    typeof architecture === 'string' && Object.hasOwn(architectures, architecture)
      ? architectures[architecture]!
      : undefined;
  if (!template) return [];
  const { nodes, edges } = buildTemplate(template, { includeTop: includeTop === true, pooling: known(pooling) });
  const fed = new Set(edges.map(({ to }) => to));
  return Object.keys(nodes).filter((name) => fed.has(name));
}

const known = (pooling: unknown) => (pooling === 'avg' || pooling === 'max' ? pooling : 'none');
