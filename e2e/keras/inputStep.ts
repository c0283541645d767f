import type { Shape } from '../../src/brick/shape';
import type { Step } from '../../src/compile/plan';

/** A step that stands for data of this shape. */
export function inputStep(name: string, shape: Shape): Step {
  const args = { shape };
  return {
    name,
    type: shape.length === 3 ? 'inputImage' : 'inputVector',
    call: { tfjs: 'input', keras: 'Input', args, kerasArgs: args, traits: {}, written: { first: [], silent: [] } },
    inputs: [],
    inputShapes: [],
    shape,
    weights: [],
    parameters: 0,
    trainableParameters: 0,
    trainable: true,
    window: null,
    blocks: [],
  };
}
