import { type NamedAttrMap, type Tensor, customGrad, engine, getBackend, getKernel } from '@tensorflow/tfjs-core';

/** Has the backend in use this kernel? Ours are not on each. */
export const hasKernel = (name: string): boolean => !!getKernel(name, getBackend());

/** All outputs of a kernel. TensorFlow.js's types know of one, and of no input under a name that it does not know. */
export const runKernel = (name: string, inputs: Readonly<Record<string, Tensor>>, attributes: object): Tensor[] =>
  engine().runKernel(name, { ...inputs }, attributes as NamedAttrMap) as Tensor | Tensor[] as Tensor[];

/** The only output of a kernel. */
export const runForOne = (name: string, inputs: Readonly<Record<string, Tensor>>, attributes: object): Tensor =>
  engine().runKernel<Tensor>(name, { ...inputs }, attributes as NamedAttrMap);

interface Computed {
  readonly value: Tensor;
  /** Kept until the gradients are asked for. */
  readonly saved: Tensor[];
  /** Of each variable in its order, from that of the value. */
  gradients(dy: Tensor, saved: readonly Tensor[]): Tensor[];
}

/** What `compute` makes of the variables, with gradients of its own. */
export function withGradients(variables: readonly Tensor[], compute: (variables: Tensor[]) => Computed): Tensor {
  const computed = customGrad((...given) => {
    // The last one is no tensor but keeps some, which the type does not say.
    const save = given.pop() as unknown as (tensors: Tensor[]) => void;
    const { value, saved, gradients } = compute(given as Tensor[]);
    save(saved);
    return { value, gradFunc: gradients };
  });
  return computed(...variables);
}
