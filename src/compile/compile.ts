import type { AnyBrick } from '../brick/brick';
import { type Shape, ShapeError } from '../brick/shape';
import type { Document } from '../document/document';
import { type Library, buildTemplate } from '../document/template';
import { fixesFor } from './fixes';
import { type Graph, graphOf, sort } from './graph';
import type { Issue, ProblemCode, Problems } from './issue';
import { argumentsOf, checkParams } from './params';
import type { Plan, Step, Weight } from './plan';

const count = (weights: readonly Weight[]) =>
  weights.reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0);

/** A step, or the problem that stops it. */
type Outcome = { step: Step } | { code: ProblemCode; data: Problems[ProblemCode] };

/**
 * The plan of a document: topological sort → check → infer shapes → steps, totals and issues. Never throws.
 * Every problem is reported once, where it arises; what lies behind it is `blocked`; shapes before it stay known.
 */
export function compile(document: Document, library: Library): Plan {
  const graph = graphOf(document);
  const { order, cycles, behindCycles } = sort(graph);
  const issues: Issue[] = [];
  const report = (
    code: ProblemCode,
    where: string | null,
    data: Problems[ProblemCode],
    severity: Issue['severity'] = 'error',
  ) => {
    const issue = { code, where, data, severity, fixes: [] } as Issue;
    issues.push({ ...issue, fixes: fixesFor(issue, { document, library, graph, shapes }) } as Issue);
  };
  const shapes: Record<string, Shape> = {};
  const steps = new Map<string, Step>();
  const blocked = new Set<string>(behindCycles);
  const dead = new Set<string>(behindCycles);
  const around = enclosing(document);

  for (const through of cycles) {
    report('cycle', through[0]!, { through });
    for (const name of through) dead.add(name);
  }
  checkEdges(document, library, report, dead);
  for (const name of order) {
    if (dead.has(name)) continue;
    const sources = graph.sources.get(name) ?? [];
    if (sources.some((source) => source !== undefined && dead.has(source))) {
      blocked.add(name);
      dead.add(name);
      continue;
    }
    const outcome = stepOf(name, document, library, sources, steps, around.get(name) ?? []);
    if ('step' in outcome) {
      steps.set(name, outcome.step);
      shapes[name] = outcome.step.shape;
    } else {
      dead.add(name);
      const loose = outcome.code === 'missingInput' && sources.length === 0 && graph.consumers.get(name)?.length === 0;
      if (loose) report('loose', name, {}, 'warning');
      else report(outcome.code, name, outcome.data);
    }
  }
  for (const [name, node] of Object.entries(document.nodes)) {
    const below = document.edges.find((edge) => edge.to === name)?.from;
    if (node.bypassed && below !== undefined && shapes[below]) shapes[name] = shapes[below];
  }
  const connected = [...steps.values()].filter(
    ({ inputs, name }) => inputs.length > 0 || graph.consumers.get(name)!.length > 0,
  );
  const members = connected.length > 0 ? connected : [...steps.values()];
  const inModel = new Set(members.map(({ name }) => name));
  for (const name of steps.keys()) if (!inModel.has(name)) report('loose', name, {}, 'warning');
  if (
    Object.keys(document.nodes).length > 0 &&
    !members.some(({ inputs }) => inputs.length === 0) &&
    issues.length === 0
  ) {
    report('noInput', null, {});
  }
  return {
    title: document.title,
    steps: members,
    inputs: members.filter(({ inputs }) => inputs.length === 0).map(({ name }) => name),
    outputs: members
      .filter(({ name, inputs }) => inputs.length > 0 && graph.consumers.get(name)!.length === 0)
      .map(({ name }) => name),
    totals: totalsOf(members),
    shapes,
    issues,
    blocked: [...blocked],
  };
}

function totalsOf(steps: readonly Step[]): Plan['totals'] {
  const parameters = steps.reduce((sum, step) => sum + step.parameters, 0);
  const trainable = steps.reduce((sum, step) => sum + step.trainableParameters, 0);
  return { parameters, trainable, nonTrainable: parameters - trainable };
}

/** Blocks around each node, outermost first. */
function enclosing(document: Document): Map<string, readonly string[]> {
  const around = new Map<string, readonly string[]>();
  for (const [block, { nodes, parent }] of Object.entries(document.blocks)) {
    const path = [block];
    for (let up = parent; up !== undefined && !path.includes(up); up = document.blocks[up]?.parent) path.unshift(up);
    for (const node of nodes) around.set(node, path);
  }
  return around;
}

/** Wires that lead from nowhere, into an input brick, or two into one port. */
function checkEdges(
  document: Document,
  library: Library,
  report: (code: ProblemCode, where: string | null, data: Problems[ProblemCode]) => void,
  dead: Set<string>,
): void {
  const ports = new Map<string, { to: string; from: string[] }>();
  for (const { from, to, port } of document.edges) {
    const node = document.nodes[to];
    if (node === undefined) continue;
    if (!Object.hasOwn(document.nodes, from)) {
      report('danglingEdge', to, { from });
      dead.add(to);
    } else if (library.bricks[node.type]?.inputs === 0) {
      report('unexpectedInput', to, { from });
      dead.add(to);
    }
    const key = library.bricks[node.type]?.inputs === 1 ? to : `${to}\n${port}`;
    const entry = ports.get(key) ?? { to, from: [] };
    entry.from.push(from);
    ports.set(key, entry);
  }
  for (const { to, from } of ports.values()) {
    if (from.length < 2 || dead.has(to)) continue;
    report('doubleInput', to, { from });
    dead.add(to);
  }
}

function stepOf(
  name: string,
  document: Document,
  library: Library,
  sources: Graph['sources'] extends ReadonlyMap<string, infer S> ? S : never,
  steps: ReadonlyMap<string, Step>,
  blocks: readonly string[],
): Outcome {
  const node = document.nodes[name]!;
  const brick = Object.hasOwn(library.bricks, node.type) ? library.bricks[node.type] : undefined;
  if (!brick) return { code: 'unknownBrick', data: { type: node.type } };
  const checked = checkParams(brick, node);
  if ('problem' in checked) return { code: 'parameter', data: checked.problem };
  const hole = Array.from(sources).indexOf(undefined);
  if (hole >= 0) return { code: 'missingInput', data: { port: hole } };
  if (brick.inputs !== 0 && sources.length === 0) return { code: 'missingInput', data: { port: 0 } };
  const inputs = sources as readonly string[];
  const inputShapes = inputs.map((source) => steps.get(source)!.shape);
  const { params } = checked;
  try {
    const made = brick.nested
      ? nestedBody(brick, params, inputShapes, library)
      : { shape: brick.shape(inputShapes, params), weights: weightsOf(brick, inputShapes, params, node.trainable) };
    if ('code' in made) return made;
    const { keras, ...body } = { keras: brick.layer.keras, ...made };
    const args = brick.args?.(params, inputShapes) ?? argumentsOf(brick, params);
    const call = { tfjs: brick.layer.tfjs, keras, args, kerasArgs: brick.kerasArgs?.(params, inputShapes) ?? args };
    const trained = node.trainable ? count(body.weights.filter((weight) => weight.trainable)) : 0;
    const step = { name, type: node.type, call, inputs, inputShapes, ...body, blocks, trainable: node.trainable };
    return { step: { ...step, parameters: count(body.weights), trainableParameters: trained } };
  } catch (error) {
    if (error instanceof ShapeError) return { code: error.code, data: error.data };
    throw error;
  }
}

function weightsOf(
  brick: AnyBrick,
  inputs: readonly Shape[],
  params: Record<string, unknown>,
  trainable: boolean,
): Weight[] {
  return Object.entries(brick.weights?.(inputs, params) ?? {}).map(([name, shape]) => ({
    name,
    shape,
    trainable: trainable && !brick.nonTrainable?.includes(name),
  }));
}

/** A brick that is a whole model: the architecture is built for this input and compiled like any document. */
function nestedBody(
  brick: AnyBrick,
  params: Record<string, unknown>,
  inputShapes: readonly Shape[],
  library: Library,
):
  | { shape: Shape; weights: Weight[]; nested: Plan; keras: string }
  | { code: ProblemCode; data: Problems[ProblemCode] } {
  brick.shape(inputShapes, params);
  const { architecture, options } = brick.nested!(params, inputShapes);
  const template = Object.hasOwn(library.architectures, architecture) ? library.architectures[architecture] : undefined;
  if (!template) return { code: 'unknownArchitecture', data: { architecture } };
  const nested = compile(buildTemplate(template, options), library);
  const broken = nested.issues.find(({ severity }) => severity === 'error');
  if (broken) return { code: broken.code, data: broken.data };
  const weights = nested.steps.flatMap((step) =>
    step.weights.map((weight) => ({ ...weight, name: `${step.name}/${weight.name}` })),
  );
  const keras = template.backbone?.keras ?? brick.layer.keras;
  return { shape: nested.shapes[nested.outputs[0]!]!, weights, nested, keras };
}
