import { CodeError } from '../../kerasCode/codeError';
import { int, none } from '../../kerasCode/values/make';
import type { Call, ClassValue, InstanceValue, Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import { Unfit } from '../../onnx/conversion';
import { Arguments } from '../arguments';
import type { TorchSession } from '../session';
import { StepMask } from '../exported/mask';
import { TorchParameter } from '../trace/data';
import { type TorchTensor, isTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';
import { isMadeFrom, method, selfOf } from './moduleClass';

export type WeightSizes = Readonly<Record<string, readonly number[]>>;

/** One call of a layer. */
export interface LayerCall {
  /** Arguments that the layer was made with. */
  readonly given: Arguments;
  readonly trace: Trace;
  readonly input: TorchTensor;
  /** What else it is called with, in order. */
  readonly others: readonly Value[];
  /** The name in the graph of a weight. */
  weight(name: string): string;
}

/** A layer of `torch.nn`. */
export interface LayerKind {
  /** As `Arguments` reads it. */
  readonly signature: string;
  weights?(given: Arguments): WeightSizes;
  /** Of a lazy layer the argument that its first input says. */
  readonly lazy?: string;
  run(call: LayerCall): Value;
}

/** What a layer was made with, and its weights. */
interface Made {
  readonly given: Arguments;
  readonly weights: ReadonlyMap<string, TorchParameter>;
}

/** A class of `torch.nn` for a kind of layer. */
export function layerClass(name: string, kind: LayerKind, base: ClassValue, session: TorchSession): ClassValue {
  const made = new WeakMap<InstanceValue, Made>();
  /** Of lazy layers what one way through the model said. */
  const lazies = new WeakMap<Trace, Map<InstanceValue, Made>>();
  const weightsOf = (given: Arguments) =>
    new Map(Object.entries(kind.weights?.(given) ?? {}).map(([key, dims]) => [key, new TorchParameter(dims)] as const));
  const whole = (self: InstanceValue, input: TorchTensor, trace: Trace, line: number): Made => {
    const known = made.get(self);
    if (!known) throw new CodeError('attribute', line, { object: name, name: '__init__' });
    if (kind.lazy === undefined) return known;
    const before = lazies.get(trace) ?? new Map<InstanceValue, Made>();
    lazies.set(trace, before);
    const size = input.dims[kind.lazy === 'in_features' ? input.dims.length - 1 : 1] ?? 0;
    const given = known.given.with(kind.lazy, int(size));
    const own = before.get(self) ?? { given, weights: weightsOf(given) };
    before.set(self, own);
    return own;
  };
  const start = (call: Call): Value => {
    const self = selfOf(call, name);
    const given = Arguments.of(name, kind.signature, { ...call, args: call.args.slice(1) });
    const weights = kind.lazy === undefined ? weightsOf(given) : new Map<string, TorchParameter>();
    made.set(self, { given, weights });
    // A layer without a bias says so itself.
    if (kind.weights && kind.lazy === undefined) for (const key of ['weight', 'bias']) self.fields.set(key, none);
    for (const [key, value] of weights) self.fields.set(key, value);
    for (const each of given.names()) {
      const value = given.value(each);
      const isPart = value.kind === 'instance' && isMadeFrom(value.class, base);
      if (isPart || value.kind === 'number' || value.kind === 'tuple' || value.kind === 'string')
        self.fields.set(each, value);
    }
    return none;
  };
  const run = (call: Call): Value => {
    const self = selfOf(call, name);
    const { trace } = session;
    const [, input, ...others] = call.args;
    const value = input ?? call.named.get('input') ?? call.named.get('x') ?? none;
    if (trace === null || !isTensor(value))
      throw new CodeError('notTensor', call.line, { layer: name, got: written(value).slice(0, 80) });
    for (const mask of [...others, ...call.named.values()]) if (mask instanceof StepMask) trace.masks.push(mask);
    const { given, weights } = whole(self, value, trace, call.line);
    const path = trace.paths.get(self) ?? '';
    return kind.run({
      given,
      trace,
      input: value,
      others: [...others, ...call.named.values()],
      weight(key) {
        const parameter = weights.get(key);
        // Numbers of another layer: a brick has its own.
        if (!parameter || (self.fields.get(key) ?? parameter) !== parameter)
          throw new Unfit({ code: 'sharedLayer', where: `${path}.${key}`, data: { calls: 2 } });
        return trace.weight(path === '' ? key : `${path}.${key}`, parameter.dims);
      },
    });
  };
  return {
    kind: 'class',
    name,
    bases: [base],
    members: new Map<string, Value>([
      ['__init__', method('__init__', start)],
      ['forward', method('forward', run)],
    ]),
  };
}
