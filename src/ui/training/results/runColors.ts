import type { Run } from '../../../engine/protocol/run';

/** Those that are seen on a panel in light and dark; bricks' own are too light for lines. */
export const colors = ['--block-orange', '--block-green', '--block-violet', '--block-pink', '--muted'] as const;

/** The theme variable a run is drawn in: the accent for the current one, else by its place in the history. */
export function colorOf(id: string, current: string | undefined, history: readonly Run[]): string {
  if (id === current) return '--accent';
  const place = history.findIndex((run) => run.id === id);
  return colors[Math.max(0, place) % colors.length]!;
}
