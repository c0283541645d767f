import type { Written } from '../assembler/moduleOf';
import { eachSample } from '../assembler/samples';

/** Zeros in so many bytes. */
export const clear: Written = {
  parameters: 2,
  write: (f, address, bytes) => f.fillZero(address, bytes),
};

/** Copies `count` lines of so many bytes; strides from one line to the next. */
export const copyLines: Written = {
  parameters: 6,
  write(f, from, fromStride, to, toStride, count, bytes) {
    const moving = [
      [from, fromStride],
      [to, toStride],
    ] as const;
    eachSample(f, count, moving, () => f.copy(to, from, bytes));
  },
};
