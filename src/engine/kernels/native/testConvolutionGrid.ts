type Shape4 = readonly [batch: number, height: number, width: number, channels: number];

const pictures: readonly Shape4[] = [
  [1, 16, 17, 3],
  [257, 5, 4, 1],
  [3, 13, 11, 8],
  [2, 9, 9, 13],
];
const windows = [
  [1, 1],
  [3, 3],
  [2, 5],
] as const;
const strides: readonly (number | [number, number])[] = [1, 2, [3, 1]];

/** Windows that move over pictures of odd sizes, those of `more` among them. */
export const convolutionGrid = (...more: readonly Shape4[]) =>
  [...pictures, ...more].flatMap((picture) =>
    windows.flatMap((window) =>
      strides.flatMap((stride) =>
        (['same', 'valid'] as const).flatMap((pad) =>
          picture[1] < window[0] || picture[2] < window[1] ? [] : [{ picture, window, stride, pad }],
        ),
      ),
    ),
  );
