import { shapeText } from '../../brick/shape';
import { commentText } from '../../compile/commentText';
import { layerClass } from '../../compile/numbers/summary';
import { type Plan, type Step, runnable } from '../../compile/plan';

/** Steps of one block, and the blocks in it by name. */
interface Cluster {
  readonly id: string;
  readonly steps: Step[];
  readonly inner: Map<string, Cluster>;
}

/**
 * The plan as a graph in Graphviz's DOT language: layers with their class and parameters, on every edge the shape that
 * flows along it, blocks as clusters. Never throws.
 */
export function toDot(plan: Plan): string {
  const title = commentText(plan.title) || 'Model';
  const ids = new Map(plan.steps.map(({ name }, index) => [name, `layer${index}`]));
  const edges = plan.steps.flatMap(({ name, inputs, inputShapes }) =>
    inputs.map(
      (input, port) => `  ${ids.get(input)} -> ${ids.get(name)} [label=${dotLabel(shapeText(inputShapes[port]!))}];`,
    ),
  );
  return [
    `// ${title}: Graphviz, exported by DeepBrick.`,
    ...(runnable(plan) ? [] : ['// The model has open problems in the editor: this graph is not complete.']),
    'digraph {',
    `  graph [label=${dotLabel(title)}, labelloc=t, fontname=Helvetica];`,
    '  node [shape=box, style=rounded, fontname=Helvetica];',
    '  edge [fontname=Helvetica, fontsize=11];',
    ...clusterLines(clustersOf(plan), ids, plan.outputs, '  '),
    ...edges,
    '}',
    '',
  ].join('\n');
}

/** Lines of text as a quoted label in which Graphviz reads no quote, escape sequence or HTML entity. */
export function dotLabel(...lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    commentText(line).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;'),
  );
  return `"${escaped.join('\\n')}"`;
}

function clustersOf({ steps }: Plan): Cluster {
  let count = 0;
  // Only a subgraph of such a name is drawn with a frame.
  const made = (): Cluster => ({ id: `cluster${count++}`, steps: [], inner: new Map() });
  const whole = made();
  for (const step of steps) {
    let cluster = whole;
    for (const block of step.blocks) {
      const inside = cluster.inner.get(block) ?? made();
      cluster.inner.set(block, inside);
      cluster = inside;
    }
    cluster.steps.push(step);
  }
  return whole;
}

function clusterLines(
  { steps, inner }: Cluster,
  ids: ReadonlyMap<string, string>,
  outputs: readonly string[],
  indent: string,
): string[] {
  return [
    ...steps.map((step) => `${indent}${ids.get(step.name)} [label=${stepLabel(step, outputs)}];`),
    ...[...inner].flatMap(([name, cluster]) => [
      `${indent}subgraph ${cluster.id} {`,
      `${indent}  label=${dotLabel(name)};`,
      ...clusterLines(cluster, ids, outputs, `${indent}  `),
      `${indent}}`,
    ]),
  ];
}

function stepLabel(step: Step, outputs: readonly string[]): string {
  const { name, shape, parameters } = step;
  return dotLabel(
    name,
    layerClass(step),
    ...(parameters > 0 ? [`${parameters.toLocaleString('en-US')} parameters`] : []),
    ...(outputs.includes(name) ? [`→ ${shapeText(shape)}`] : []),
  );
}
