import { util } from '@tensorflow/tfjs-core';
import type { Formula } from '../../../training/optimizer';
import { webgpuKernel } from './kernel';
import { type Binding, type Shader, runShader } from './shader';

/** One step of an optimizer, by its formula, for `weights` weights with slots of these names. */
export interface OptimizerStepAttributes extends Formula {
  readonly slots: readonly string[];
  readonly weights: number;
}

/** The names of its inputs: of one weight, the gradient last. */
export const inputsOf = (weight: number, slots: readonly string[]): readonly string[] =>
  ['weight', ...slots, 'gradient'].map((name) => `${name}${weight}`);

function shaderFor({ code, numbers, slots }: OptimizerStepAttributes, weights: number): Shader {
  const every = Array.from({ length: weights }, (_, at) => at);
  const changed = ['weight', ...slots];
  const step = (at: number) => `
fn step${at}(at: i32) {
  ${Object.keys(numbers)
    .map((name) => `let ${name} = numbers.${name};`)
    .join(' ')}
  let gradient = gradient${at}[at];
  ${changed.map((name) => `var ${name} = ${name}${at}[at];`).join(' ')}
  ${code}
  ${changed.map((name) => `${name}${at}[at] = ${name};`).join(' ')}
}`;
  return {
    tensors: every.flatMap((at) =>
      inputsOf(at, slots).map((name): Binding => ({ name, written: name !== `gradient${at}` })),
    ),
    integers: every.map((at) => `size${at}`),
    floats: Object.keys(numbers),
    code: `${every.map(step).join('')}
fn work(index: i32) {
  var at = index;
  ${every.map((at) => `if (at < numbers.size${at}) { step${at}(at); return; }\n  at -= numbers.size${at};`).join('\n  ')}
}`,
  };
}

/**
 * One step of an optimizer for all weights: they and their slots change where they lie, so that nothing else may share
 * their memory. As many weights go into one dispatch as a shader can be given tensors.
 */
export const optimizerStep = webgpuKernel<string, OptimizerStepAttributes>(
  'OptimizerStep',
  ({ device, inputs, attributes }) => {
    const { slots, weights, numbers } = attributes;
    const most = Math.floor(device.device.limits.maxStorageBuffersPerShaderStage / (slots.length + 2));
    for (let first = 0; first < weights; first += most) {
      const here = Array.from({ length: Math.min(most, weights - first) }, (_, at) => first + at);
      const tensors = here.flatMap((weight) => inputsOf(weight, slots).map((name) => inputs[name]!));
      const sizes = here.map((weight) => util.sizeFromShape(inputs[`weight${weight}`]!.shape));
      runShader(device, shaderFor(attributes, here.length), {
        name: 'optimizerStep',
        tensors,
        count: sizes.reduce((sum, size) => sum + size),
        numbers: { ...numbers, ...Object.fromEntries(sizes.map((size, at) => [`size${at}`, size])) },
      });
    }
    return [];
  },
);
