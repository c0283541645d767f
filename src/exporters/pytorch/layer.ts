import type { Argument, Call } from '../../brick/call';
import type { Shape } from '../../brick/shape';
import type { Weight } from '../../compile/plan';
import type { PythonPart } from './python/part';

/**
 * How a value lies in memory. `first`: `[batch, channels, …]`, PyTorch's; `last`: `[batch, …, channels]`, Keras's, also of
 * plain vectors; `flat`: a vector that was flattened from `first`, so its numbers have another order than Keras's.
 */
export type Layout = 'first' | 'last' | 'flat';

/** A value as it comes to a layer. */
export interface Arriving {
  readonly layout: Layout;
  /** Of a `flat` one: the shape before it was flattened, Keras's, without the batch. */
  readonly flattened: Shape | null;
}

/** One tensor of a module, and how it is made of the layer's weight in Keras's form. */
export interface TorchTensor {
  /** Below the module: `weight`, `0.bias`. */
  readonly path: string;
  /** The weight's name in the plan. */
  readonly of: string;
  /** The weight is brought to this shape first. */
  readonly from?: readonly number[];
  /** Then its axes go into this order; missing: as they are. */
  readonly axes?: readonly number[];
  /** Then it gets this shape. */
  readonly shape?: readonly number[];
  /** How the axes lie, where the order inside them is of no concern: to start or to constrain it in Keras's form. */
  readonly loosely?: readonly number[];
  /** The module starts it as Keras does, where Keras starts it so. */
  readonly starts?: 'zeros' | 'ones';
}

/** What a printer is asked about: a step of the plan, or a layer inside a wrapper. */
export interface Asked {
  readonly call: Call;
  readonly inputShapes: readonly Shape[];
  readonly shape: Shape;
  /** Without those of frozen copies: names as in the plan. */
  readonly weights: readonly Pick<Weight, 'name' | 'shape'>[];
  readonly trainable: boolean;
  /** How the first input lies. */
  readonly arriving: Arriving;
}

/** One layer as PyTorch code. */
export interface Printed {
  /** How its inputs must lie. */
  readonly takes: Layout;
  /** How its output lies; missing: as its inputs. */
  readonly gives?: Layout;
  /** Of an output that is flat: from which shape. */
  readonly flattened?: Shape;
  /** The module as a constructor call; missing: there is none. */
  readonly module?: string;
  readonly tensors?: readonly TorchTensor[];
  /** The computation; `self` is the module. */
  forward(given: readonly string[], self: string): string;
  /** Code of ours that it uses. */
  readonly parts?: readonly PythonPart[];
}

export type LayerPrinter = (asked: Asked) => Printed;
/** Printers by Keras class. */
export type LayerPrinters = Readonly<Record<string, LayerPrinter>>;

/** Thrown by a printer for a layer that PyTorch has no form for here, and caught where the model is written. */
export class LayerRefused extends Error {
  override readonly name = 'LayerRefused';
  constructor(
    readonly reason: 'stateful' | 'unknown',
    /** The Keras class. */
    readonly layer: string,
  ) {
    super(`${layer}: ${reason}`);
  }
}

/** Numbers of an argument, one per spatial axis. */
export function numbersOf(value: Argument | undefined, axes: number): number[] {
  if (Array.isArray(value)) return value.map(Number);
  return Array.from({ length: axes }, () => Number(value ?? 1));
}

/** A tuple, or one number where all are equal. */
export function shortTuple(values: readonly number[]): string {
  return values.every((value) => value === values[0]) ? String(values[0]) : `(${values.join(', ')})`;
}

export function tupleText(values: readonly (number | string)[]): string {
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`;
}

/** `nn.Conv2d(3, 8, 3, stride=2)`: named arguments that are null are left out. */
export function construct(
  name: string,
  plain: readonly (string | number)[],
  named: Readonly<Record<string, string | number | null>> = {},
): string {
  const rest = Object.entries(named).flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]));
  return `${name}(${[...plain, ...rest].join(', ')})`;
}

/** An axis counted as Keras counts it, with the batch as 0, where it lies in this layout. */
export function axisIn(axis: number, rank: number, layout: Layout): number {
  const front = axis < 0 ? axis + rank + 1 : axis;
  if (layout !== 'first' || front === 0) return front;
  return front === rank ? 1 : front + 1;
}

/** `first` or `last`, whichever the value has; what lies flat stays so. */
export const asItComes = ({ arriving }: Asked): Layout => arriving.layout;

/** As it comes, but not flat. */
export const straight = ({ arriving }: Asked): Layout => (arriving.layout === 'flat' ? 'last' : arriving.layout);
