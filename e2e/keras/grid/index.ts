import { brickList } from '../../../bricks/index';
import type { Setting } from './combinations';
import { everyValue } from './everyValue';
import { masked } from './masked';
import { nested } from './nested';
import { structuresOf } from './structures';
import { thinned } from './thinned';
import { wrappedOf } from './wrapped';

/** Layers with statistics do not follow them while they are not trained. */
const frozen = brickList
  .filter(({ nonTrainable }) => nonTrainable !== undefined)
  .flatMap(({ type, examples }) =>
    examples.map((example): Setting => ({ type, params: example.params, in: example.in, frozen: true })),
  );

const families: readonly Setting[] = [
  ...brickList.flatMap((brick) => [...structuresOf(brick), ...wrappedOf(brick)]),
  ...nested,
  ...frozen,
];

const some = (settings: readonly Setting[]) => thinned(settings, 10);

/** The grid that every brick is checked on, besides its own examples. */
export const grid: readonly Setting[] = [...some(families), ...some(masked), ...everyValue];

/** All of it: takes half an hour. */
export const wholeGrid: readonly Setting[] = [...families, ...masked, ...everyValue];
