import type { Config } from '../kerasGraph/kerasGraph';
import { type Conversion, type Draft, Unfit, type Weight } from './conversion';
import type { OnnxNode } from './file/onnxGraph';
import { layerNameOf } from './layerNameOf';
import type { ConstantValue, TensorValue, Value } from './value';

/** One node, and what its handler needs of it. */
export class Operation {
  constructor(
    readonly conversion: Conversion,
    readonly node: OnnxNode,
  ) {}

  get name(): string {
    return this.node.name || this.node.outputs[0] || this.node.op;
  }

  has(at: number): boolean {
    return (this.node.inputs[at] ?? '') !== '';
  }

  value(at: number): Value {
    const found = this.conversion.values.get(this.node.inputs[at] ?? '');
    if (found === undefined)
      throw new Unfit({ code: 'lostInput', where: this.name, data: { from: this.node.inputs[at] ?? '' } });
    return found;
  }

  tensor(at: number): TensorValue {
    const value = this.value(at);
    if (value.kind !== 'tensor') throw this.unfit();
    return value;
  }

  /** A tensor whose numbers lie as ONNX's do. */
  straight(at: number): TensorValue {
    const value = this.tensor(at);
    if (value.order !== undefined) throw this.unfit();
    return value;
  }

  constant(at: number): ConstantValue {
    const value = this.value(at);
    if (value.kind !== 'constant' || value.filled !== undefined) throw this.unfit();
    return value;
  }

  int(name: string, otherwise: number): number {
    return this.node.attributes.get(name)?.int ?? otherwise;
  }

  float(name: string, otherwise: number): number {
    return this.node.attributes.get(name)?.float ?? otherwise;
  }

  text(name: string, otherwise: string): string {
    return this.node.attributes.get(name)?.text ?? otherwise;
  }

  ints(name: string): readonly number[] | null {
    const found = this.node.attributes.get(name);
    return found === undefined ? null : found.ints;
  }

  /** Whole numbers that are an attribute in older versions of an operator, and an input in newer ones. */
  intsOr(name: string, at: number): readonly number[] | null {
    return this.ints(name) ?? (this.has(at) ? Array.from(this.constant(at).values) : null);
  }

  give(value: Value, at = 0): void {
    const output = this.node.outputs[at];
    if (output !== undefined && output !== '') this.conversion.values.set(output, value);
  }

  /** A layer of this node, on these tensors. */
  layer(className: string, config: Config, inputs: readonly TensorValue[], weights: readonly Weight[] = []): Draft {
    const name = layerNameOf(this.node, this.conversion.graph);
    return this.conversion.layer(
      name,
      className,
      config,
      inputs.map((input) => input.layer),
      weights,
    );
  }

  /** A layer that leaves each number where it is. */
  giveEach(className: string, config: Config, input: TensorValue, weights: readonly Weight[] = []): void {
    const { name } = this.layer(className, config, [input], weights);
    this.give({ ...input, layer: name });
  }

  unfit(): Unfit {
    const { op, domain } = this.node;
    return this.conversion.unfit(this.name, domain === '' ? op : `${domain}.${op}`);
  }

  /** An argument whose value no brick takes. */
  refuse(argument: string, value: unknown): Unfit {
    const text = Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
    return new Unfit({ code: 'argument', where: this.name, data: { argument, value: text, allowed: null } });
  }
}
