/** Points of a curve at most. */
const most = 400;

/** A curve of so many steps in a box of 200 × 60, from 0 up, with its highest, first and last value. */
export function ratePath(rateAt: (step: number) => number, steps: number) {
  const count = Math.min(steps, most) + 1;
  const rates = Array.from({ length: count }, (_, at) => rateAt(Math.round((at * (steps - 1)) / (count - 1))));
  const highest = Math.max(...rates);
  const y = (rate: number) => (highest > 0 ? 58 - (56 * rate) / highest : 58);
  const points = rates.map((rate, at) => `${((200 * at) / (count - 1)).toFixed(1)} ${y(rate).toFixed(1)}`);
  return { path: `M${points.join('L')}`, highest, first: rates[0]!, last: rates.at(-1)! };
}
