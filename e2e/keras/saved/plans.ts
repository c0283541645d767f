import { brickList } from '../../../bricks/index';
import { compile } from '../../../src/compile/compile';
import type { Plan } from '../../../src/compile/plan';
import { buildTemplate } from '../../../src/document/template';
import type { Document } from '../../../src/document/document';
import type { WeightTensors } from '../../../src/formats/weights/weightTensors';
import { library, templates } from '../../../templates/index';
import { chain } from '../../documents/chain';
import { rangeOf } from '../cases/given';
import { givenFor } from '../cases/given';
import { drawn, valuesOf } from '../cases/numbers';
import { planOf } from '../cases/plans';
import type { GivenInput } from './numbers';

/** A model to be saved, with numbers for its weights and inputs. */
export interface SavedCase {
  readonly name: string;
  readonly plan: Plan;
  readonly document: Document | null;
  readonly weights: WeightTensors;
  readonly inputs: readonly GivenInput[];
}

/** Numbers for all weights, those of backbones included; they depend on names only. */
export function drawnWeights(plan: Plan, prefix = ''): WeightTensors {
  const entries = plan.steps.flatMap((step): (readonly [string, WeightTensors[string]])[] => {
    if (step.nested) return Object.entries(drawnWeights(step.nested, `${prefix}${step.name}/`));
    return step.weights.map((weight) => {
      const key = `${prefix}${step.name}/${weight.name}`;
      const values = valuesOf(drawn(key, weight.shape, ...rangeOf(weight)));
      return [key, { shape: weight.shape, values }] as const;
    });
  });
  return Object.fromEntries(entries);
}

function caseOf(name: string, plan: Plan, document: Document | null): SavedCase {
  const given = givenFor(plan, name, { inputRange: 1 });
  const inputs = given.inputs.map((input) => ({ shape: input.shape, values: valuesOf(input) }));
  return { name, plan, document, weights: drawnWeights(plan), inputs };
}

function documentCase(name: string, document: Document): SavedCase {
  const plan = compile(document, library);
  const broken = plan.issues.find(({ severity }) => severity === 'error');
  if (broken) throw new Error(`${name}: ${broken.code} ${JSON.stringify(broken.data)}`);
  return caseOf(name, plan, document);
}

const photo = (name: string, backbone: Parameters<typeof chain>[1][number][2], frozen: readonly string[] = []) =>
  documentCase(
    name,
    chain(
      name,
      [
        ['inputImage', 'photo', { shape: [32, 32, 3] }],
        ['pretrainedBackbone', 'backbone', { architecture: 'mobilenet', alpha: 0.25, pooling: 'avg', ...backbone }],
        ['dense', 'hidden layer', { units: 8, activation: 'relu' }],
        ['dense', 'answer', { units: 2, activation: 'softmax' }],
      ],
      frozen,
    ),
  );

const stepsOf = (template: (typeof templates)[number]) => compile(buildTemplate(template), library).steps;

const alone = { architecture: 'mobilenet', alpha: 0.25, pooling: 'avg' };

/** The first example of every brick, some templates, and a backbone trained whole, in part and not at all. */
export function savedCases(): readonly SavedCase[] {
  const bricks = brickList
    .filter(({ layer, type }) => layer.keras !== 'Input' && type !== 'pretrainedBackbone')
    .map((brick) => {
      const [example] = brick.examples;
      return caseOf(`brick-${brick.type}`, planOf({ type: brick.type, params: example.params, in: example.in }), null);
    });
  const wanted = ['mlp', 'digits', 'lenet5', 'residual'].map((id) => {
    const template = templates.find((one) => one.id === id);
    if (!template) throw new Error(`There is no template ${id}.`);
    return template;
  });
  const recurrent = templates.find((template) => stepsOf(template).some(({ type }) => type === 'lstm'))!;
  const made = [...wanted, recurrent].map((template) =>
    documentCase(`template-${template.id}`, buildTemplate(template)),
  );
  return [
    ...bricks,
    ...made,
    caseOf('backbone alone', planOf({ type: 'pretrainedBackbone', params: alone, in: [[32, 32, 3]] }), null),
    photo('backbone trained', {}),
    photo('backbone in part', { trainableLayers: 'last', trainableLast: 12 }),
    photo('backbone frozen', {}, ['backbone']),
  ];
}
