/** Digits that tell every float32 apart. */
const mostDigits = 9;

/** A number that went through float32 as it was written before: 0.0010000000474974513 is 0.001. */
export function shortNumber<Value>(value: Value): Value | number {
  if (typeof value !== 'number' || Math.fround(value) !== value || String(value).length <= mostDigits) return value;
  for (let digits = 1; digits <= mostDigits; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
