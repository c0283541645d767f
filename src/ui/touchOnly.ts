/** A screen that fingers alone use: keys are neither shown nor offered there; those of a keyboard that is there all the same work. */
export const touchOnly = (): boolean =>
  matchMedia('(any-pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
