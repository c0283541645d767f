import type { Step } from '../plan';

/**
 * Layers that Keras refuses, or computes without fractions, where whole numbers (word indices) come in, and the input they
 * come from. Whole numbers stay so behind layers that hand values on.
 */
export function refusedWholes(steps: readonly Step[]): readonly { readonly step: string; readonly from: string }[] {
  const from = new Map<string, string>();
  const refused: { step: string; from: string }[] = [];
  for (const { name, inputs, call } of steps) {
    if (inputs.length === 0 && call.args['dtype'] === 'int32') from.set(name, name);
    if (call.traits.givesWhole) from.set(name, name);
    const [whole] = inputs.flatMap((input) => from.get(input) ?? []);
    if (whole === undefined) continue;
    if (call.traits.refusesWhole) refused.push({ step: name, from: whole });
    if (call.traits.passesValues) from.set(name, whole);
  }
  return refused;
}
