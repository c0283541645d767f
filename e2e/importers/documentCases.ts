import { compile } from '../../src/compile/compile';
import { layerNames } from '../../src/compile/layerNames';
import { runnable } from '../../src/compile/plan';
import type { Document } from '../../src/document/document';
import { buildTemplate } from '../../src/document/template';
import { modelFile } from '../../src/exporters/keras/model/modelFile';
import { graphDocument } from '../../src/importers/kerasGraph/graphDocument';
import { modelGraph } from '../../src/importers/kerasDialects/modelGraph';
import { library, templates } from '../../templates/index';
import { randomGraph } from '../documents/randomGraph';
import { documentsDiffer } from './documentsDiffer';

export interface DocumentCase {
  readonly name: string;
  readonly script: string;
  /** What is another in the document that comes back; null where nothing is. */
  difference(config: unknown): string | null;
}

function caseOf(name: string, document: Document): DocumentCase | null {
  const plan = compile(document, library);
  const names = layerNames(plan.steps);
  const isFlat = plan.steps.every(({ nested }) => !nested);
  if (!runnable(plan) || !isFlat || plan.totals.parameters > 5e6) return null;
  return {
    name,
    script: modelFile(plan),
    difference(config) {
      const graph = modelGraph(config);
      if (!graph.ok) return `graph: ${graph.error.code}`;
      const read = graphDocument(graph.value, library);
      if (!read.ok) return `${read.error.code} ${JSON.stringify(read.error.data)}`;
      const got = read.value.document;
      if (Object.keys(got.nodes).length !== plan.steps.length) return `${Object.keys(got.nodes).length} bricks`;
      for (const step of plan.steps) {
        const node = got.nodes[names.get(step.name)!];
        if (!node) return `“${step.name}” is not there`;
        const gap = documentsDiffer(
          // Keras keeps nothing of a layer without weights that is not trained.
          step.weights.length === 0
            ? { ...document.nodes[step.name]!, trainable: node.trainable }
            : document.nodes[step.name]!,
          node,
          step.inputShapes[0] ?? [],
        );
        if (gap !== null) return `“${step.name}”: ${gap}`;
        const from = got.edges.filter(({ to }) => to === names.get(step.name)).toSorted((a, b) => a.port - b.port);
        const wanted = step.inputs.map((input) => names.get(input)!);
        if (from.map((edge) => edge.from).join() !== wanted.join())
          return `“${step.name}”: takes ${from.map((edge) => edge.from).join()}`;
      }
      return null;
    },
  };
}

/** Every template that is not a large one, and random graphs. */
export function documentCases(): readonly DocumentCase[] {
  const built = templates.map((template) => caseOf(template.id, buildTemplate(template)));
  const random = Array.from({ length: 60 }, (_, index) => caseOf(`random ${index}`, randomGraph(index + 1)));
  return [...built, ...random].filter((one) => one !== null);
}
