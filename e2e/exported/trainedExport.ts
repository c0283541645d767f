import * as tf from '@tensorflow/tfjs';
import { transformWithOxc } from 'vite';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import { compile } from '../../src/compile/compile';
import { layerNames } from '../../src/compile/layerNames';
import type { Plan } from '../../src/compile/plan';
import type { Document } from '../../src/document/document';
import { projectSources } from '../../src/cli/projectSources';
import type { ExportedFiles } from '../../src/exporters/exporter';
import { exportProject } from '../../src/exporters/typescript/project';
import type { WeightTensors } from '../../src/formats/weights/weightTensors';
import { library } from '../../templates/index';

const layerFiles = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../src/engine/layers/*/*.ts', '!../../src/engine/layers/*/*.test.ts'],
  { eager: true },
);
const layerClasses = Object.fromEntries(
  Object.values(layerFiles).flatMap((file) => Object.entries(file).filter(([name]) => /^[A-Z]/.test(name))),
);

/** The function that the printed `model.ts` exports. */
export async function creatorFrom(code: string): Promise<() => tf.LayersModel> {
  const { code: script } = await transformWithOxc(code, 'model.ts');
  const [, list = ''] = /^import \{([^}]*)\} from ["']deepbrick-runtime\/layers["'];$/m.exec(script) ?? [];
  const classes = [...list.matchAll(/\w+/g)].map(([name]) => name);
  const body = script
    .replace(/^import (?:[^'";]* from )?["'](?:@tensorflow\/tfjs|deepbrick-runtime\/[\w/]+)["'];$/gm, '')
    .replace(/^export function createModel/m, 'function createModel');
  const make = new Function('tf', ...classes, `'use strict';\n${body}\nreturn createModel;`) as (
    ...given: readonly unknown[]
  ) => () => tf.LayersModel;
  return make(tf, ...classes.map((name) => layerClasses[name]));
}

/** Runs the printed `model.ts` and builds its model. */
export async function modelFromCode(code: string): Promise<tf.LayersModel> {
  return (await creatorFrom(code))();
}

/** The model's weights under the names that the engine gives them. */
export function weightsOf(model: tf.LayersModel, plan: Plan, prefix = ''): WeightTensors {
  const names = layerNames(plan.steps);
  const entries = plan.steps.flatMap((step): [string, WeightTensors[string]][] => {
    const layer = model.getLayer(names.get(step.name)!);
    const key = `${prefix}${step.name}/`;
    if (step.nested) return Object.entries(weightsOf(layer as unknown as tf.LayersModel, step.nested, key));
    return step.weights.map(({ name, shape }, index) => {
      const values = new Float32Array(layer.getWeights()[index]!.dataSync());
      return [key + name, { shape, values }];
    });
  });
  return Object.fromEntries(entries);
}

/** A document as an exported project with weights, and a sample whose output tfjs computed here. */
export async function exportWithWeights(document: Document): Promise<ExportedFiles> {
  const plan = compile(document, library);
  const model = await modelFromCode(toTypeScript(plan));
  const shape = plan.steps[0]!.shape as number[];
  const input = tf.randomUniform([1, ...shape], 0, 1, 'float32', 7);
  const output = model.predict(input) as tf.Tensor;
  const sample = {
    shape,
    input: new Float32Array(input.dataSync()),
    output: new Float32Array(output.dataSync()),
  };
  return exportProject({ document, plan, weights: weightsOf(model, plan), sample, sources: projectSources() });
}
