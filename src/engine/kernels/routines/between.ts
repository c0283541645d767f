import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';

/** `dy` where x is between two floats, given by their bits, or one of them; else 0. */
export const passedBetween: Written = {
  parameters: 6,
  write(f, x, dy, to, count, lowest, highest) {
    const [least, most] = [f.vector(lowest.asFloat().splat()), f.vector(highest.asFloat().splat())];
    const value = f.vector();
    acrossNumbers(f, count, (place, { load, store }) => {
      f.set(value, load(x.plus(place)));
      const inside = value.atLeast(least).and(value.atMost(most));
      store(to.plus(place), load(dy.plus(place)).and(inside));
    });
  },
};
