type Points = readonly (readonly [x: number, y: number])[];

/** More are not told apart. */
const mostPoints = 300;

/** A line through some of very many points, the last among them. */
export function thinnedLine(points: Points): Points {
  const every = Math.ceil(points.length / mostPoints);
  return every <= 1 ? points : points.filter((_, at) => at % every === 0 || at === points.length - 1);
}
