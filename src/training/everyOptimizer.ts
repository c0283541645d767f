import { type Settings, amount, share } from './setting';

/** What shortens gradients: one of them at most is above 0. */
export const clippings = ['clipnorm', 'clipvalue', 'globalClipnorm'] as const;
export type Clipping = (typeof clippings)[number];

/** What every optimizer takes, by Keras's names; 0 is Keras's `None`. */
export const everyOptimizer: Settings = {
  weightDecay: { ...share(0), step: 0.001 },
  clipnorm: amount(0, 0.1),
  clipvalue: amount(0, 0.1),
  globalClipnorm: amount(0, 0.1),
};
