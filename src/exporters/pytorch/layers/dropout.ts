import type { Asked, LayerPrinter, LayerPrinters } from '../layer';
import { asItComes, construct } from '../layer';
import { gaussianDropout, gaussianNoise } from '../python/noise';
import type { PythonPart } from '../python/part';

const rate = ({ call }: Asked) => String(call.kerasArgs['rate'] ?? call.kerasArgs['stddev']);

/** A module of one number that changes its input in training only. */
function noise(name: string, layout: 'first' | null = null, parts: readonly PythonPart[] = []): LayerPrinter {
  return (asked) => ({
    takes: layout ?? asItComes(asked),
    module: construct(name, [rate(asked)]),
    forward: ([x], self) => `${self}(${x})`,
    parts,
  });
}

export const dropouts: LayerPrinters = {
  Dropout: noise('nn.Dropout'),
  SpatialDropout1D: noise('nn.Dropout1d', 'first'),
  SpatialDropout2D: noise('nn.Dropout2d', 'first'),
  SpatialDropout3D: noise('nn.Dropout3d', 'first'),
  AlphaDropout: noise('nn.AlphaDropout'),
  GaussianNoise: noise('GaussianNoise', null, [gaussianNoise]),
  GaussianDropout: noise('GaussianDropout', null, [gaussianDropout]),
};
