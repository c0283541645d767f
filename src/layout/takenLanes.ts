/** Room that lanes keep from each other. */
export const spacing = 7;

/** A lane that is taken: by which wire's ends, from where to where. */
interface Taken {
  readonly from: string;
  readonly to: string;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

export interface TakenLanes {
  /** Is another wire's lane so near that the two would be seen as one? */
  busy(lane: Taken): boolean;
  add(lane: Taken): void;
}

/** Lanes by height: few are near one another. */
export function takenLanes(): TakenLanes {
  const rows = new Map<number, Taken[]>();
  const rowOf = (y: number) => Math.floor(y / spacing);
  return {
    busy: ({ y, from, to, left, right }) =>
      [-1, 0, 1].some((beside) =>
        rows
          .get(rowOf(y) + beside)
          ?.some(
            (other) =>
              Math.abs(other.y - y) < spacing - 1 &&
              other.from !== from &&
              other.to !== to &&
              other.left < right &&
              other.right > left,
          ),
      ),
    add(lane) {
      const row = rows.get(rowOf(lane.y));
      if (row) row.push(lane);
      else rows.set(rowOf(lane.y), [lane]);
    },
  };
}
