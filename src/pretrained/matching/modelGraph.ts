import type { Plan, Step } from '../../compile/plan';
import { layerNames } from '../../compile/layerNames';
import { tfjsCall } from '../../compile/tfjsCall';
import { kerasConfig } from '../../formats/saved/kerasJson';
import { bareClass } from '../../formats/saved/keptWeights';
import { tfjsLayer } from '../../formats/saved/tfjsJson';
import { type LayerGraph, type LayerNode, inputKind, shapesText } from './layerGraph';
import { settingTexts } from './settingTexts';

/** The layers of a model, those of backbones in their place; their settings as Keras or as tfjs has them. */
export function modelGraph(plan: Plan, language: 'keras' | 'tfjs'): LayerGraph {
  const nodes: LayerNode[] = [];
  const put = (inner: Plan, above: string, given: readonly number[] | null): ReadonlyMap<string, number> => {
    const names = layerNames(inner.steps);
    const places = new Map<string, number>();
    for (const step of inner.steps) {
      const inputs = step.inputs.map((name) => places.get(name)!);
      if (step.nested) {
        const inside = put(step.nested, `${above}${step.name}/`, inputs);
        places.set(step.name, inside.get(step.nested.outputs[0]!)!);
        continue;
      }
      const input = inner.inputs.indexOf(step.name);
      // What goes into a backbone is the layer before it.
      const before = input === -1 ? undefined : given?.[input];
      if (before !== undefined) {
        places.set(step.name, before);
        continue;
      }
      places.set(step.name, nodes.length);
      nodes.push({
        path: above + step.name,
        name: names.get(step.name)!,
        kind: input === -1 ? step.call.keras : inputKind,
        shapes: shapesText(step.weights.map(({ shape }) => shape)),
        settings: new Map(settingTexts(settingsOf(step, language))),
        inputs,
        commutes: step.call.traits.commutes ?? false,
        input: input === -1 ? null : input,
        outputs: [],
      });
    }
    return places;
  };
  const places = put(plan, '', null);
  const ends = plan.outputs.map((name) => places.get(name)!);
  return nodes.map((node, place) => ({ ...node, outputs: ends.flatMap((end, index) => (end === place ? index : [])) }));
}

function settingsOf(step: Step, language: 'keras' | 'tfjs'): unknown {
  if (step.call.kept) return step.call.kept.config;
  return language === 'tfjs' ? tfjsLayer(step, step.name, true)['config'] : kerasConfig(step.call.kerasArgs);
}

/** What the classes of a model's layers are called elsewhere, and which of them take their inputs in any order. */
export function kindsOf(plan: Plan): {
  readonly kinds: ReadonlyMap<string, string>;
  readonly commuting: ReadonlySet<string>;
} {
  const kinds = new Map<string, string>();
  const commuting = new Set<string>();
  for (const step of plan.steps.flatMap(function inside(each): readonly Step[] {
    return each.nested ? each.nested.steps.flatMap(inside) : [each];
  })) {
    const { keras, traits } = step.call;
    kinds.set(tfjsCall(step).className, keras).set(keras, keras).set(bareClass(keras), keras);
    if (traits.commutes) commuting.add(keras);
  }
  return { kinds, commuting };
}
