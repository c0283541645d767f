import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { croppedToRatio, resized } from './resized';
import { layers, serialization } from '../tfjsLayers';

export interface CenterCropSettings {
  readonly name: string;
  readonly height: number;
  readonly width: number;
}

type Shape = (number | null)[];

/** Keras's CenterCrop: a picture too small for it is enlarged. That of TensorFlow.js has no gradient. */
export class CenterCrop extends layers.Layer {
  static readonly className = 'KerasCenterCrop';
  private readonly settings: CenterCropSettings;

  constructor(settings: CenterCropSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape([batch, , , channels]: Shape): Shape {
    return [batch!, this.settings.height, this.settings.width, channels!];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { height, width } = this.settings;
      const [batch, oldHeight, oldWidth, channels] = x.shape as [number, number, number, number];
      if (oldHeight < height || oldWidth < width) {
        return resized(croppedToRatio(x, height, width), height, width, 'bilinear');
      }
      const [top, left] = [Math.floor((oldHeight - height) / 2), Math.floor((oldWidth - width) / 2)];
      return x.slice([0, top, left, 0], [batch, height, width, channels]);
    });
  }
}

serialization.registerClass(CenterCrop);
