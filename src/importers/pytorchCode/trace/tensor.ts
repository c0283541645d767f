import type { Machine, ObjectValue, Value } from '../../kerasCode/values/value';

/** What can be done with a tensor: methods, operators, indices; given in so that a tensor knows none of them. */
export interface TensorBehaviour {
  attribute(tensor: TorchTensor, name: string, machine: Machine, line: number): Value | null;
  item(tensor: TorchTensor, index: Value, machine: Machine, line: number): Value;
  operate(
    operator: string,
    left: Value | TorchTensor,
    right: Value | TorchTensor | null,
    machine: Machine,
    line: number,
  ): Value;
  compare(tensor: TorchTensor, operator: string, other: Value): Value | null;
}

/** The model does not say how large this input is; `sizes` is what is known where it was needed, null for an open size. */
export class InputNeeded extends Error {
  override readonly name = 'InputNeeded';
  constructor(
    readonly input: string,
    readonly sizes: readonly (number | null)[] | null,
    readonly whole: boolean,
  ) {
    super(input);
  }
}

/** A number of the sizes that go through a model does not fit; `got` rises with the input's size. */
export class SizeMismatch extends Error {
  override readonly name = 'SizeMismatch';
  constructor(
    readonly got: number,
    readonly wanted: number,
    readonly line: number,
    readonly layer: string,
  ) {
    super(`${layer}: ${got} instead of ${wanted}`);
  }
}

/** A tensor while `forward` is gone through: a name in the graph, its sizes with the batch. */
export class TorchTensor implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'tensor';
  /** Of all steps of a recurrent layer that goes forward: the last one. */
  last: TorchTensor | null = null;

  constructor(
    readonly behaviour: TensorBehaviour,
    readonly id: string,
    private readonly sizes: readonly number[] | null,
    readonly whole = false,
  ) {}

  /** Throws `InputNeeded` for an input whose sizes are not known yet. */
  get dims(): readonly number[] {
    return this.sizes ?? this.expect(null);
  }

  get isOpen(): boolean {
    return this.sizes === null;
  }

  /** Sizes, where a layer says what it takes. */
  dimsOr(wanted: readonly (number | null)[], whole = false): readonly number[] {
    return this.sizes ?? this.expect(wanted, whole);
  }

  private expect(wanted: readonly (number | null)[] | null, whole = false): never {
    throw new InputNeeded(this.id, wanted, whole);
  }

  attribute(name: string, machine: Machine, line: number): Value | null {
    return this.behaviour.attribute(this, name, machine, line);
  }

  item(index: Value, machine: Machine, line: number): Value {
    return this.behaviour.item(this, index, machine, line);
  }

  length(): number {
    return this.dims[0] ?? 0;
  }

  compare(operator: string, other: Value): Value | null {
    return this.behaviour.compare(this, operator, other);
  }

  operate(operator: string, other: Value | null, isLeft: boolean, machine: Machine, line: number): Value {
    return isLeft
      ? this.behaviour.operate(operator, this, other, machine, line)
      : this.behaviour.operate(operator, other!, this, machine, line);
  }
}

export const isTensor = (value: Value | undefined): value is TorchTensor => value instanceof TorchTensor;
