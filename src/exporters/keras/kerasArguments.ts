import type { Argument, Call, InnerLayer } from '../../brick/call';
import type { Step } from '../../compile/plan';
import { pythonString, pythonValue } from './pythonText';
import { snakeCase } from '../../compile/identifiers';

/** The arguments of a call: first those that people write without a name, then those that Keras would not take by itself. */
export function kerasArguments({ kerasArgs, written: { first, silent } }: Call): string[] {
  const printed = Object.entries(kerasArgs)
    .filter(([name, value]) => value !== null && !silent.includes(name))
    .map(([name, value]) => [name, pythonValue(value, kerasLayer)] as const);
  return [
    ...first.flatMap((wanted) => printed.filter(([name]) => name === wanted).map(([, text]) => text)),
    ...printed.filter(([name]) => !first.includes(name)).map(([name, text]) => `${snakeCase(name)}=${text}`),
  ];
}

/** An argument as text, layers inside layers too. */
export const kerasValueText = (value: Argument): string => pythonValue(value, kerasLayer);

/** A layer inside a wrapper: `layers.Conv2D(32, (2, 2))`. */
function kerasLayer({ call }: InnerLayer): string {
  return `layers.${call.keras}(${kerasArguments(call).join(', ')})`;
}

/**
 * A pretrained architecture says everything: without `weights` Keras would download, without a shape assume 224. `name` is
 * the layer's in the script: somebody's own file lies beside it under that name.
 */
export function backboneArguments(step: Step, name: string): string[] {
  const { inputShapes, weightsFrom, call } = step;
  const given: Record<string, Argument> = { weights: null, inputShape: inputShapes[0] ?? null };
  const weights = weightsFrom?.source === 'file' ? pythonString(`${name}.h5`) : '"imagenet"';
  return Object.entries({ ...given, ...call.kerasArgs }).map(([argument, value]) =>
    argument === 'weights' && weightsFrom && weightsFrom.source !== 'digits'
      ? `weights=${weights}`
      : `${snakeCase(argument)}=${pythonValue(value)}`,
  );
}
