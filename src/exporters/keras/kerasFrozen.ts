import { type Backbone, partlyTrained, trainedLayers } from '../../compile/nested/fineTunedLayers';
import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { pythonString } from './pythonText';

/** Lines that freeze the layers of `model`, and those of a backbone of which only a part is trained. */
export function frozenLines(plan: Plan, names: ReadonlyMap<string, string>): string[] {
  const partly = plan.steps.filter(
    (step): step is Backbone => step.nested !== undefined && partlyTrained(step as Backbone),
  );
  return [...whole(plan, names), ...partly.flatMap((backbone) => inside(backbone, names.get(backbone.name)!))];
}

function whole(plan: Plan, names: ReadonlyMap<string, string>): string[] {
  const frozen = plan.steps
    .filter(({ trainable, parameters }) => !trainable && parameters > 0)
    .map(({ name }) => pythonString(names.get(name)!));
  if (frozen.length === 0) return [];
  if (frozen.length === 1) return [`    model.get_layer(${frozen[0]}).trainable = False`];
  return [
    '    for frozen in (',
    ...frozen.map((name) => `        ${name},`),
    '    ):',
    '        model.get_layer(frozen).trainable = False',
  ];
}

function inside(backbone: Backbone, name: string): string[] {
  const names = layerNames(backbone.nested.steps);
  return [
    `    for layer in model.get_layer(${pythonString(name)}).layers:`,
    '        layer.trainable = layer.name in (',
    ...trainedLayers(backbone).map((layer) => `            ${pythonString(names.get(layer)!)},`),
    '        )',
  ];
}
