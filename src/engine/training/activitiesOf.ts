import type { Argument } from '../../brick/call';
import type { NamedArgument } from '../../brick/namedArgument';
import type { BuiltModel } from '../model/model';
import { type Activities, withActivities } from './activities';

const isRegularizer = (value: Argument | undefined): value is NamedArgument =>
  typeof value === 'object' && value !== null && 'role' in value && value.role === 'regularizer';

/** The layers of a plan that have an activity regularizer. */
export function activitiesOf({ flat, model, outputs }: Pick<BuiltModel, 'flat' | 'model' | 'outputs'>): Activities {
  const watched = flat.steps.flatMap(({ path, step }) => {
    const regularizer = step.call.args['activityRegularizer'];
    return isRegularizer(regularizer) ? [{ regularizer, symbol: outputs.get(path)! }] : [];
  });
  return withActivities(model, watched);
}
