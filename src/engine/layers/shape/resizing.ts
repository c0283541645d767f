import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { type Interpolation, croppedToRatio, resized } from './resized';
import { layers, serialization } from '../tfjsLayers';

export interface ResizingSettings {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly interpolation: Interpolation;
  readonly cropToAspectRatio: boolean;
}

type Shape = (number | null)[];

/** Keras's Resizing; that of TensorFlow.js fails inside a model. */
export class Resizing extends layers.Layer {
  static readonly className = 'KerasResizing';
  private readonly settings: ResizingSettings;

  constructor(settings: ResizingSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape([batch, , , channels]: Shape): Shape {
    return [batch!, this.settings.height, this.settings.width, channels!];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { height, width, interpolation, cropToAspectRatio } = this.settings;
      return resized(cropToAspectRatio ? croppedToRatio(x, height, width) : x, height, width, interpolation);
    });
  }
}

serialization.registerClass(Resizing);
