import type { Machine, ObjectValue, Value } from '../../kerasCode/values/value';
import { native, unknown } from '../../kerasCode/values/make';
import type { TorchTensor } from '../trace/tensor';

/** Which steps count, as our own projects compute it: of these tensors, what is unlike a number. */
export class StepMask implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'mask';
  constructor(
    /** Tensors of which it is made, each with the number that does not count. */
    readonly of: readonly { readonly tensor: TorchTensor; readonly unlike: number }[],
  ) {}

  attribute(name: string, _machine: Machine, line: number): Value {
    if (/^(any|flatten|unsqueeze|to|bool)$/.test(name)) return native(name, () => this);
    return unknown(`mask.${name}`, line);
  }

  operate(operator: string, other: Value | null, _isLeft: boolean, _machine: Machine, line: number): Value {
    if (other instanceof StepMask && operator === '|') return new StepMask([...this.of, ...other.of]);
    return unknown(`mask ${operator}`, line);
  }
}
