import { CodeError } from '../../kerasCode/codeError';
import { NameScope } from '../../kerasCode/evaluate/nameScope';
import { parsePython } from '../../kerasCode/syntax/parsePython';
import { native } from '../../kerasCode/values/make';
import type { Value } from '../../kerasCode/values/value';
import type { TorchSession } from '../session';
import { publishedNetworks } from './publishedNetworks';

/** Names of the networks that are here. */
const names = new Set([...publishedNetworks.matchAll(/^(\w+) = lambda /gm)].map(([, name]) => name!));

/** What is said of weights, and of showing how far a download is. */
const weightArguments = new Set(['weights', 'pretrained', 'progress', 'init_weights']);

const isWanted = (value: Value | undefined) =>
  value !== undefined && value.kind !== 'none' && !(value.kind === 'boolean' && !value.value);

/**
 * A network of torchvision by its name, as a function of the code that is read: `vgg16(num_classes=10)`. Null where it is not
 * here. Its published weights are in no text: that is said.
 */
export function publishedNetwork(name: string, session: TorchSession): Value | null {
  if (!names.has(name)) return null;
  return native(name, ({ machine, line, args, named }) => {
    const options = new Map([...named].filter(([key]) => !weightArguments.has(key)));
    try {
      const scope = new NameScope(null);
      machine.execute(parsePython(publishedNetworks), scope);
      const made = machine.call(scope.get(name)!, { machine, line, args: [], named: options });
      if (made.kind === 'instance') session.published.add(made);
      const isTrained = isWanted(named.get('weights') ?? named.get('pretrained') ?? args[0]);
      if (isTrained) session.skipped.push(new CodeError('publishedWeights', line, { name }));
      return made;
    } catch (error) {
      if (error instanceof CodeError) throw new CodeError(error.code, line, error.data);
      throw error;
    }
  });
}
