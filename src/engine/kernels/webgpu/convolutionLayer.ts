import { type Tensor, engine, getBackend, registerGradient, sum } from '@tensorflow/tfjs-core';
import { runForOne, runKernel } from '../../layers/ownKernel';
import { layers } from '../../layers/tfjsLayers';
import { needed } from '../libraryChanged';

/** What is used of a convolution of tf.layers. */
interface Convolution {
  readonly rank: number;
  readonly trainable: boolean;
  readonly activation: { getClassName(): string };
  readonly kernel: { read(): Tensor };
  readonly bias: { read(): Tensor } | null;
  readonly strides: number[];
  readonly padding: string;
  readonly dataFormat: string;
  readonly dilationRate: number[] | number;
}
type Call = (this: Convolution, inputs: Tensor | Tensor[], kwargs: object) => Tensor;

const fused: readonly string[] = ['linear', 'relu'];
/** The least float above 0. */
const positive = 2 ** -149;

interface FusedAttributes {
  readonly strides: number[];
  readonly pad: string;
  readonly activation: string;
  /** Ours: it has a bias, which is learned with its filter. */
  readonly learned: boolean;
}

/** The gradients of a convolution that adds its bias and cuts off by itself; those of what is frozen are computed only where they are asked for. */
function registerFusedGradient(): void {
  registerGradient({
    kernelName: 'FusedConv2D',
    inputsToSave: ['x', 'filter'],
    outputsToSave: [true],
    gradFunc(dy, saved, attributes) {
      const [x, filter, y] = saved as [Tensor, Tensor, Tensor];
      const { strides, pad, activation, learned } = attributes as unknown as FusedAttributes;
      const limits = { least: positive, most: Infinity };
      const above =
        activation === 'relu' ? runForOne('PassedBetween', { x: y, dy: dy as Tensor }, limits) : (dy as Tensor);
      const alike = { strides, pad, dataFormat: 'NHWC' };
      const ofFilter = { ...alike, filterShape: filter.shape };
      // Not only when they are asked for: what is computed for one of them then would be gone for the other.
      const both = learned ? runKernel('FilterAndBiasGradient', { x, dy: above }, ofFilter) : null;
      return {
        x: () => runForOne('Conv2DBackpropInput', { dy: above, filter }, { ...alike, inputShape: x.shape }),
        filter: () => both?.[0] ?? runForOne('Conv2DBackpropFilter', { x, dy: above }, ofFilter),
        bias: () => both?.[1] ?? sum(above, [0, 1, 2]),
      };
    },
  });
}

/**
 * Lets the convolutions of tf.layers run as one kernel with their bias and relu in training too, on WebGPU: TensorFlow.js does so
 * only where nothing is learned.
 */
export function fuseConvolutions(): void {
  registerFusedGradient();
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf(layers.conv2d({ filters: 1, kernelSize: 1 }))) as {
    call: Call;
  };
  const original = needed('Conv.call', Object.hasOwn(prototype, 'call') ? prototype.call : undefined);
  prototype.call = function (this: Convolution, inputs, kwargs) {
    const [x] = (Array.isArray(inputs) ? inputs : [inputs]) as [Tensor];
    const activation = this.activation.getClassName();
    const flat = this.rank === 2 && x.rank === 4 && x.dtype === 'float32' && this.dataFormat === 'channelsLast';
    const dilated = [this.dilationRate].flat().some((rate) => rate !== 1);
    if (getBackend() !== 'webgpu' || !flat || dilated || !fused.includes(activation)) {
      return original.call(this, inputs, kwargs);
    }
    return engine().tidy(() =>
      runForOne(
        'FusedConv2D',
        { x, filter: this.kernel.read(), ...(this.bias === null ? {} : { bias: this.bias.read() }) },
        {
          strides: this.strides,
          pad: this.padding,
          dataFormat: 'NHWC',
          dilations: [1, 1],
          activation,
          learned: this.bias !== null && this.trainable,
        },
      ),
    );
  };
}
