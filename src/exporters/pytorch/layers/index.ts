import { LayerRefused, type LayerPrinter, type LayerPrinters } from '../layer';
import { augmentations } from './augmentation';
import { convolutions } from './convolution';
import { core } from './core';
import { dropouts } from './dropout';
import { maskPrinters, merges } from './merge';
import { normalizations } from './normalization';
import { poolings } from './pooling';
import { preparations } from './preparation';
import { recurrents, timeDistributed } from './recurrent';
import { shapes } from './shape';

/** Every Keras class that has a form in PyTorch, and the masks between them. */
const printers: LayerPrinters = {
  ...convolutions,
  ...poolings,
  ...core,
  ...normalizations,
  ...dropouts,
  ...shapes,
  ...merges,
  ...recurrents,
  ...augmentations,
  ...preparations,
  ...maskPrinters,
  TimeDistributed: timeDistributed((asked) => printLayer(asked)),
};

/** One layer as PyTorch code. Throws `LayerRefused`. */
export const printLayer: LayerPrinter = (asked) => {
  const { keras, own } = asked.call;
  const name = keras === '' ? (own ?? '') : keras;
  const print = Object.hasOwn(printers, name) ? printers[name] : undefined;
  if (!print) throw new LayerRefused('unknown', name);
  return print(asked);
};
