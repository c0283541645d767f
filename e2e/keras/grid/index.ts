import { settings as activation } from './activation';
import type { Setting } from './combinations';
import { settings as convolution } from './convolution';
import { settings as core } from './core';
import { everyValue } from './everyValue';
import { settings as input } from './input';
import { settings as merge } from './merge';
import { settings as noise } from './noise';
import { settings as normalization } from './normalization';
import { settings as pooling } from './pooling';
import { settings as preprocessing } from './preprocessing';
import { settings as pretrained } from './pretrained';
import { settings as recurrent } from './recurrent';
import { settings as shape } from './shape';
import { thinned } from './thinned';
import { settings as wrapper } from './wrapper';

const families: readonly Setting[] = [
  ...input,
  ...convolution,
  ...pooling,
  ...core,
  ...recurrent,
  ...wrapper,
  ...activation,
  ...normalization,
  ...noise,
  ...shape,
  ...merge,
  ...preprocessing,
  ...pretrained,
];

/** The grid that every brick is checked on, besides its own examples. */
export const grid: readonly Setting[] = [...thinned(families, 30), ...everyValue];

/** All of it: takes half an hour. */
export const wholeGrid: readonly Setting[] = [...families, ...everyValue];
