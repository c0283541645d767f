import type { Written } from '../assembler/moduleOf';

/**
 * Writes the addresses of rows that lie in three steps of their own, the inner ones next to each other: of windows in pictures,
 * or of time steps. Strides in bytes.
 */
export const rowTable: Written = {
  parameters: 8,
  write(f, to, from, outer, middle, inner, outerStride, middleStride, innerStride) {
    const next = f.int(to);
    const [far, near, address] = [f.int(), f.int(), f.int()];
    const [i, j, k] = [f.int(), f.int(), f.int()];
    f.set(far, from);
    f.while(i.below(outer), () => {
      f.set(near, far);
      f.set(j, 0);
      f.while(j.below(middle), () => {
        f.set(address, near);
        f.set(k, 0);
        f.while(k.below(inner), () => {
          f.store(next, address);
          f.increase(next, 4);
          f.increase(address, innerStride);
          f.increase(k, 1);
        });
        f.increase(near, middleStride);
        f.increase(j, 1);
      });
      f.increase(far, outerStride);
      f.increase(i, 1);
    });
  },
};
