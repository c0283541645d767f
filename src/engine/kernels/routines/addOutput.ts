import { acrossNumbers } from '../assembler/numbers';
import type { Routine } from '../assembler/routine';
import type { Int } from '../assembler/values';

/** The gradient of a state grows by that of the output of its step, where there is one: where `given` is not 0. */
export function addOutput(f: Routine, state: Int, output: Int, given: Int, units: Int): void {
  f.when(given, () =>
    acrossNumbers(f, units, (place, { load, store }) =>
      store(state.plus(place), load(state.plus(place)).plus(load(output.plus(place)))),
    ),
  );
}
