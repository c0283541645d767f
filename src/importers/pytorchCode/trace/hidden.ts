import type { Machine, ObjectValue, Value } from '../../kerasCode/values/value';
import { int, tuple, unknown } from '../../kerasCode/values/make';
import type { TorchTensor } from './tensor';

/** The last state of one direction of a layer that goes both ways; `both` is that of both, side by side. */
export class HalfState implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'tensor';
  constructor(
    readonly both: TorchTensor,
    readonly isBack: boolean,
  ) {}

  /** Whether this and the other are the two of one layer, in its order. */
  isBefore(other: HalfState): boolean {
    return this.both === other.both && !this.isBack && other.isBack;
  }

  attribute(name: string, _machine: Machine, line: number): Value {
    return unknown(`hidden.${name}`, line);
  }
}

/** The last states of all layers of a recurrent module, `[layers · directions, batch, units]`. */
export class HiddenStates implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'tensor';
  constructor(
    readonly dims: readonly number[],
    private readonly states: readonly (TorchTensor | HalfState)[],
  ) {}

  attribute(name: string, _machine: Machine, line: number): Value {
    if (name === 'shape') return tuple(this.dims.map(int));
    return unknown(`hidden.${name}`, line);
  }

  values(): readonly Value[] {
    return this.states;
  }

  item(index: Value, _machine: Machine, line: number): Value {
    const first = index.kind === 'tuple' ? index.items[0] : index;
    const rest = index.kind === 'tuple' ? index.items.slice(1) : [];
    const isWhole = rest.every(
      (each) =>
        each.kind === 'ellipsis' || (each.kind === 'slice' && each.start.kind === 'none' && each.stop.kind === 'none'),
    );
    const state = first?.kind === 'number' && isWhole ? this.states.at(first.value) : undefined;
    return state ?? unknown('hidden[…]', line);
  }
}
