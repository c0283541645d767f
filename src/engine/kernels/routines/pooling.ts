import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';
import { eachSample } from '../assembler/samples';
import { vector } from '../assembler/values';
import { eachCell, geometryAt, seenFrom } from './geometry';

/** The gradient of max pooling: `dy` is added, at `to`, where the first largest number of each window lies. */
export const maxPoolBack: Written = {
  parameters: 5,
  write(f, geometry, pictures, dy, to, list) {
    const g = geometryAt(f, geometry);
    const bytes = f.int(g.inHeight.times(g.inWidth).times(g.channels).shifted(2));
    const dyBytes = f.int(g.outHeight.times(g.outWidth).times(g.channels).shifted(2));
    const [picture, target, above, pair] = [f.int(), f.int(), f.int(), f.int()];
    const cell = f.int(dy);
    const [largest, found, value, bigger, passed] = [f.vector(), f.vector(), f.vector(), f.vector(), f.vector()];
    eachCell(f, g.outHeight, g.outWidth, (row, column) => {
      const end = seenFrom(f, g, row, column, list);
      f.set(picture, pictures);
      f.set(target, to);
      f.set(above, cell);
      eachSample(
        f,
        g.samples,
        [
          [picture, bytes],
          [target, bytes],
          [above, dyBytes],
        ],
        () =>
          acrossNumbers(f, g.channels, (place, { load, store }) => {
            f.set(largest, vector(-Infinity));
            f.set(found, f.zero);
            f.set(pair, list);
            f.while(pair.before(end), () => {
              f.set(value, load(picture.plus(pair.intAt()).plus(place)));
              f.set(bigger, value.above(largest));
              f.set(largest, value.where(bigger, largest));
              f.set(found, pair.splatBits().where(bigger, found));
              f.increase(pair, 8);
            });
            f.set(passed, load(above.plus(place)));
            f.set(pair, list);
            f.while(pair.before(end), () => {
              const at = f.int(target.plus(pair.intAt()).plus(place));
              store(at, load(at).plus(passed.and(found.bitsEqual(pair.splatBits()))));
              f.increase(pair, 8);
            });
          }),
      );
      f.increase(cell, g.channels.shifted(2));
    });
  },
};

/** The gradient of average pooling: `dy`, times a factor given by its bits, is added to every cell of the window at `to`. */
export const averagePoolBack: Written = {
  parameters: 5,
  write(f, geometry, dy, to, list, factor) {
    const g = geometryAt(f, geometry);
    const bytes = f.int(g.inHeight.times(g.inWidth).times(g.channels).shifted(2));
    const dyBytes = f.int(g.outHeight.times(g.outWidth).times(g.channels).shifted(2));
    const [target, above, pair] = [f.int(), f.int(), f.int()];
    const cell = f.int(dy);
    const share = f.vector(factor.asFloat().splat());
    const passed = f.vector();
    eachCell(f, g.outHeight, g.outWidth, (row, column) => {
      const end = seenFrom(f, g, row, column, list);
      f.set(target, to);
      f.set(above, cell);
      eachSample(
        f,
        g.samples,
        [
          [target, bytes],
          [above, dyBytes],
        ],
        () =>
          acrossNumbers(f, g.channels, (place, { load, store }) => {
            f.set(passed, load(above.plus(place)).times(share));
            f.set(pair, list);
            f.while(pair.before(end), () => {
              const at = f.int(target.plus(pair.intAt()).plus(place));
              store(at, load(at).plus(passed));
              f.increase(pair, 8);
            });
          }),
      );
      f.increase(cell, g.channels.shifted(2));
    });
  },
};
