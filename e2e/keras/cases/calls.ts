import type { Call, InnerLayer } from '../../../src/brick/call';
import { snakeCase } from '../../../src/compile/identifiers';
import { kerasArguments } from '../../../src/exporters/keras/kerasArguments';
import { pythonValue } from '../../../src/exporters/keras/pythonText';

/** A layer of Keras as scripts write it, and with every argument by its name. */
export interface Calls {
  readonly written: string;
  readonly whole: string;
}

export const callsOf = (call: Call): Calls => ({
  written: `layers.${call.keras}(${kerasArguments(call).join(', ')})`,
  whole: whole(call),
});

function whole({ keras, kerasArgs }: Call): string {
  const inner = ({ call }: InnerLayer) => whole(call);
  const given = Object.entries(kerasArgs).map(([name, value]) => `${snakeCase(name)}=${pythonValue(value, inner)}`);
  return `layers.${keras}(${given.join(', ')})`;
}
