import type { Argument } from '../../brick/call';
import type { Layout } from './layer';
import { leakyRelu, legacyHardSigmoid, sparsePlus, sparseSigmoid, squareplus } from './python/activations';
import type { PythonPart } from './python/part';

/** Activations by name as functions of one tensor; each computes as Keras's. */
const functions: Readonly<Record<string, string | PythonPart>> = {
  relu: 'F.relu',
  relu6: 'F.relu6',
  sigmoid: 'torch.sigmoid',
  tanh: 'torch.tanh',
  elu: 'F.elu',
  selu: 'F.selu',
  softplus: 'F.softplus',
  softsign: 'F.softsign',
  swish: 'F.silu',
  mish: 'F.mish',
  gelu: 'F.gelu',
  leakyRelu,
  celu: 'F.celu',
  exponential: 'torch.exp',
  hardSigmoid: 'F.hardsigmoid',
  legacyHardSigmoid,
  hardSilu: 'F.hardswish',
  hardTanh: 'F.hardtanh',
  hardShrink: 'F.hardshrink',
  softShrink: 'F.softshrink',
  tanhShrink: 'F.tanhshrink',
  logSigmoid: 'F.logsigmoid',
  squareplus,
  sparsePlus,
  sparseSigmoid,
};

const overClasses: Readonly<Record<string, string>> = { softmax: 'F.softmax', logSoftmax: 'F.log_softmax' };

/** An activation as code: what wraps an expression, as a function by itself, and what it needs. */
export interface Activation {
  apply(x: string): string;
  /** A callable for a layer that takes one; null: none, the values stay. */
  readonly callable: string | null;
  readonly parts: readonly PythonPart[];
}

/** The activation of this name where channels lie so. */
export function activationOf(name: Argument | undefined, layout: Layout): Activation {
  if (name === undefined || name === null || name === 'linear') return { apply: (x) => x, callable: null, parts: [] };
  const known = functions[String(name)];
  if (known === undefined) {
    const callee = overClasses[String(name)];
    if (callee === undefined) throw new Error(`There is no activation ${String(name)}.`);
    const dim = layout === 'first' ? 1 : -1;
    return { apply: (x) => `${callee}(${x}, dim=${dim})`, callable: `partial(${callee}, dim=-1)`, parts: [] };
  }
  const callee = typeof known === 'string' ? known : known.name;
  return { apply: (x) => `${callee}(${x})`, callable: callee, parts: typeof known === 'string' ? [] : [known] };
}
