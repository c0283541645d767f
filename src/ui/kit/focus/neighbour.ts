/** Where an element stands on the screen, in pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Which of the places in reading order an arrow key, Home or End leads to; null when there is none, or for other keys. */
export function neighbour(places: readonly Place[], from: number, key: string): number | null {
  const last = places.length - 1;
  if (last < 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step = steps[key];
  if (step !== undefined) return places[from + step] === undefined ? null : from + step;
  const here = places[from];
  const way = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (here === undefined || way === 0) return null;
  const ahead = places.filter(({ top }) => (top - here.top) * way > 1);
  if (ahead.length === 0) return null;
  const row = Math.min(...ahead.map(({ top }) => top * way)) * way;
  const beside = ({ top, left }: Place) => (Math.abs(top - row) > 1 ? Infinity : Math.abs(left - here.left));
  const nearest = Math.min(...places.map(beside));
  return places.findIndex((place) => beside(place) === nearest);
}
