import type { Call } from '../../brick/call';
import type { Nested } from '../../brick/brick';
import { trainedLayers } from '../../brick/layerSelection';
import type { Shape } from '../../brick/shape';
import type { Problem } from '../issue';
import type { Body, CompileContext } from './body';
import { nestedPlan } from './nestedPlan';
import { architectureIn } from '../../document/library';
import { templateStart } from '../../document/publishedWeights';
import { optionsOf } from '../../document/template';
import { weightsFrom } from '../startOf';
import { ownWeights } from '../plan';
import { withTrained } from './withTrained';

/** A brick that is a whole model: its plan, of which only the chosen layers are trained. Throws `ShapeError`. */
export function nestedBody(
  { architecture, weights, weightsFile, trains, ...asked }: Nested,
  call: Call,
  inputShapes: readonly Shape[],
  trainable: boolean,
  { library, compile }: CompileContext,
): Body | Problem {
  const template = architectureIn(library, architecture);
  if (!template) return { code: 'unknownArchitecture', data: { architecture } };
  const options = optionsOf(template, asked.options);
  const start = templateStart(template, options, weights, weightsFile);
  const whole = nestedPlan(template, options, inputShapes[0]!, compile);
  const broken = whole.issues.find(({ severity }) => severity === 'error');
  if (broken) return { code: broken.code, data: broken.data };
  const names = whole.steps.map(({ name }) => name);
  const trained = trainedLayers(trains, names);
  const nested = withTrained(whole, (name) => trainable && trained.has(name));
  const { keras, preprocessing } = template.architecture;
  return {
    call: { ...call, keras: keras?.model ?? call.keras, kerasArgs: optionsOf(template, call.kerasArgs) },
    shape: nested.shapes[nested.outputs[0]!]!,
    weights: nested.steps.flatMap((step) =>
      ownWeights(step).map((weight) => ({ ...weight, name: `${step.name}/${weight.name}` })),
    ),
    nested,
    window: null,
    trainable: nested.totals.trainable > 0,
    preprocessing,
    ...(start ? { weightsFrom: weightsFrom(start, inputShapes[0]!, library) } : {}),
  };
}
