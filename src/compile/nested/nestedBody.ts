import type { Call } from '../../brick/call';
import type { Nested } from '../../brick/brick';
import { trainedLayers } from '../../brick/layerSelection';
import type { Shape } from '../../brick/shape';
import type { Problem } from '../issue';
import type { Body, CompileContext } from './body';
import { nestedPlan } from './nestedPlan';
import type { WeightsFrom } from '../plan';
import { withTrained } from './withTrained';

/** A brick that is a whole model: its plan, of which only the chosen layers are trained. Throws `ShapeError`. */
export function nestedBody(
  { architecture, options, start, trains }: Nested,
  call: Call,
  inputShapes: readonly Shape[],
  trainable: boolean,
  { library, compile }: CompileContext,
): Body | Problem {
  const template = Object.hasOwn(library.architectures, architecture) ? library.architectures[architecture] : undefined;
  if (!template) return { code: 'unknownArchitecture', data: { architecture } };
  const whole = nestedPlan(template, options, inputShapes[0]!, compile);
  const broken = whole.issues.find(({ severity }) => severity === 'error');
  if (broken) return { code: broken.code, data: broken.data };
  const names = whole.steps.map(({ name }) => name);
  const trained = trains ? trainedLayers(trains, names) : new Set(names);
  const nested = withTrained(whole, (name) => trainable && trained.has(name));
  const weights = nested.steps.flatMap((step) =>
    step.weights.map((weight) => ({ ...weight, name: `${step.name}/${weight.name}` })),
  );
  const { keras, preprocessing } = template.backbone ?? {};
  return {
    call: { ...call, keras: keras ?? call.keras },
    shape: nested.shapes[nested.outputs[0]!]!,
    weights,
    nested,
    window: null,
    trainable: nested.totals.trainable > 0,
    ...(preprocessing ? { preprocessing } : {}),
    ...(start ? { weightsFrom: weightsFrom(architecture, options, start) } : {}),
  };
}

function weightsFrom(
  architecture: string,
  { includeTop, alpha, inputShape }: Nested['options'],
  start: NonNullable<Nested['start']>,
): WeightsFrom {
  return {
    ...start,
    architecture,
    includeTop: includeTop === true,
    alpha: typeof alpha === 'number' ? alpha : 1,
    inputShape: inputShape as WeightsFrom['inputShape'],
  };
}
