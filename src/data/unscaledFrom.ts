/** Beyond this, without its sign, a value is taken to be unscaled: pixels 0 … 255, prices, years. */
export const unscaledFrom = 100;
