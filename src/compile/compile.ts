import type { Shape } from '../brick/shape';
import { blockTree } from '../document/structure/blockTree';
import type { Document } from '../document/document';
import type { Library } from '../document/template';
import { checkEdges } from './checkEdges';
import { fixesFor } from './fixes';
import { graphOf, sort } from './graph';
import type { Issue, ProblemCode, Problems } from './issue';
import type { Plan, Step } from './plan';
import { startOf } from './startOf';
import { fixedBatch, isStateful } from './stateful';
import type { CompileContext } from './nested/body';
import { firstUsesFirst } from './shared/firstUsesFirst';
import { SharedLayers, refusedUses } from './shared/sharedLayers';
import { stepOf } from './step';
import { makerOf, refusedMasks } from './wired/masks';
import { refusedWholes } from './wired/wholeNumbers';
import { totalsOf } from './numbers/totals';

/**
 * The plan of a document: topological sort → check → infer shapes → steps, totals and issues. Never throws.
 * Every problem is reported once, where it arises; what lies behind it is `blocked`; shapes before it stay known.
 */
export function compile(document: Document, library: Library): Plan {
  const context: CompileContext = { library, compile: (inner) => compile(inner, library) };
  const graph = graphOf(document);
  const { order, cycles, behindCycles } = firstUsesFirst(document, graph) ?? sort(graph);
  const shapes = new Map<string, Shape>();
  const steps = new Map<string, Step>();
  const blocked = new Set<string>(behindCycles);
  const dead = new Set<string>(behindCycles);
  const around = enclosing(document);
  const shared = new SharedLayers();
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

  for (const through of cycles) {
    report('cycle', through[0]!, { through });
    for (const name of through) dead.add(name);
  }
  for (const { code, to, data } of checkEdges(document, library)) {
    if (dead.has(to)) continue;
    report(code, to, data);
    dead.add(to);
  }
  for (const name of order) {
    if (dead.has(name)) continue;
    const sources = graph.sources.get(name)!;
    if (sources.some((source) => source !== undefined && dead.has(source))) {
      blocked.add(name);
      dead.add(name);
      continue;
    }
    const given = sources.map((source) => (source === undefined ? undefined : steps.get(source)));
    const node = document.nodes[name]!;
    const made = stepOf(name, node, given, around.get(name) ?? [], context);
    const outcome = 'step' in made ? shared.use(made.step, node) : made;
    if ('step' in outcome) {
      steps.set(name, outcome.step);
      shapes.set(name, outcome.step.shape);
      continue;
    }
    dead.add(name);
    const alone = sources.length === 0 && graph.consumers.get(name)!.length === 0;
    if (outcome.code === 'missingInput' && alone) report('loose', name, {}, 'warning');
    else report(outcome.code, name, outcome.data);
  }
  for (const [name, source] of graph.bypassed) {
    const shape = source === undefined ? undefined : shapes.get(source);
    if (shape) shapes.set(name, shape);
  }
  const wired = new Set(document.edges.flatMap(({ from, to }) => [from, to]));
  const connected = [...steps.values()].filter(({ name }) => wired.has(name));
  const members = connected.length > 0 ? connected : [...steps.values()];
  const inModel = new Set(members);
  for (const [name, step] of steps) if (!inModel.has(step)) report('loose', name, {}, 'warning');
  if (fixedBatch({ steps: members }) === null) {
    for (const step of members) if (isStateful(step)) report('openBatch', step.name, {});
  }
  for (const { step, mask } of refusedMasks(members)) report('maskRefused', step, { from: makerOf(mask) });
  for (const { step, of } of refusedUses(members)) report('sharedMask', step, { of });
  for (const { step, from } of refusedWholes(members)) report('wholeRefused', step, { from });
  for (const { name, call } of members) {
    if (call.traits.placeholder) report('placeholder', name, { layer: call.keras });
  }
  const inputs = members.filter((step) => step.inputs.length === 0).map(({ name }) => name);
  const broken = issues.some(({ severity }) => severity === 'error');
  if (graph.names.length > 0 && inputs.length === 0 && !broken) report('noInput', null, {});
  return {
    title: document.title,
    steps: members,
    inputs,
    outputs: members
      .filter((step) => step.inputs.length > 0 && graph.consumers.get(step.name)!.length === 0)
      .map(({ name }) => name),
    totals: totalsOf(members),
    shapes: Object.fromEntries(shapes),
    issues,
    blocked: [...blocked],
    ...startOf(document, members, library),
  };
}

/** Blocks around each node, outermost first. */
function enclosing(document: Document): Map<string, readonly string[]> {
  const around = new Map<string, readonly string[]>();
  const paths = new Map<string, readonly string[]>();
  for (const block of blockTree(document.blocks).order) {
    const { nodes, parent = '' } = document.blocks[block]!;
    const path = [...(paths.get(parent) ?? []), block];
    paths.set(block, path);
    for (const node of nodes) around.set(node, path);
  }
  return around;
}
