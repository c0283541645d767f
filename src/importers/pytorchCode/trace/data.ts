import type { Machine, ObjectValue, Value } from '../../kerasCode/values/value';
import { int, native, truth, tuple, unknown } from '../../kerasCode/values/make';

/** A tensor that the code makes itself: its sizes, and the number that all of it is, where it is one. */
export class TorchData implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'tensor';
  constructor(
    readonly dims: readonly number[],
    readonly filled: number | null,
  ) {}

  attribute(name: string, _machine: Machine, line: number): Value | null {
    if (name === 'shape') return tuple(this.dims.map(int));
    if (name === 'size') {
      return native(name, ({ args: [axis] }) =>
        axis?.kind === 'number' ? int(this.dims.at(axis.value) ?? 0) : tuple(this.dims.map(int)),
      );
    }
    if (/^(to|cuda|cpu|float|long|double|requires_grad_|detach|clone|contiguous)$/.test(name))
      return native(name, () => this);
    if (name === 'unsqueeze')
      return native(name, ({ args: [axis] }) => this.unsqueezed(axis?.kind === 'number' ? axis.value : 0));
    return unknown(`tensor.${name}`, line);
  }

  private unsqueezed(axis: number): TorchData {
    const at = axis < 0 ? axis + this.dims.length + 1 : axis;
    return new TorchData([...this.dims.slice(0, at), 1, ...this.dims.slice(at)], this.filled);
  }

  item(_index: Value, _machine: Machine, line: number): Value {
    return unknown('tensor[…]', line);
  }

  operate(operator: string, _other: Value | null): Value {
    return operator === '-' || operator === '*' ? new TorchData(this.dims, this.filled === 0 ? 0 : null) : this;
  }
}

/** Numbers of a model that are learned: those of a layer, or a parameter of its own. */
export class TorchParameter implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'Parameter';
  /** Not trained. */
  frozen = false;
  constructor(readonly dims: readonly number[]) {}

  assign(name: string, value: Value): void {
    if (name === 'requires_grad' && value.kind === 'boolean') this.frozen = !value.value;
  }

  attribute(name: string, _machine: Machine, line: number): Value | null {
    if (name === 'shape') return tuple(this.dims.map(int));
    if (name === 'size')
      return native(name, ({ args: [axis] }) =>
        axis?.kind === 'number' ? int(this.dims.at(axis.value) ?? 0) : tuple(this.dims.map(int)),
      );
    if (name === 'requires_grad') return truth(!this.frozen);
    if (name === 'data') return this;
    if (name === 'numel') return native(name, () => int(this.dims.reduce((product, size) => product * size, 1)));
    // What is done to its numbers before training: how they start.
    if (name.endsWith('_')) return native(name, () => this);
    return unknown(`Parameter.${name}`, line);
  }
}
