import type { LayerGraph } from './layerGraph';
import { type Colours, refined } from './refinement';

/** By place in the first graph the place in the second. */
export type Isomorphism = readonly number[];

/** How many layers are chosen, or chosen otherwise, before it is given up: alike branches in hundreds. */
const mostChoices = 400;

/** Places by colour, in order. */
function classes(colours: Colours): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  colours.forEach((colour, place) => {
    const group = groups.get(colour);
    if (group) group.push(place);
    else groups.set(colour, [place]);
  });
  return groups;
}

const sameCounts = (one: ReadonlyMap<number, readonly number[]>, other: ReadonlyMap<number, readonly number[]>) =>
  one.size === other.size && [...one].every(([colour, places]) => other.get(colour)?.length === places.length);

/** Are all inputs where they belong? */
function holds(one: LayerGraph, other: LayerGraph, pairs: Isomorphism): boolean {
  return one.every(({ inputs, commutes }, place) => {
    const wanted = inputs.map((input) => pairs[input]!);
    const found = other[pairs[place]!]!.inputs;
    const inOrder = (places: readonly number[]) => (commutes ? places.toSorted((a, b) => a - b) : places).join();
    return inOrder(wanted) === inOrder(found);
  });
}

/**
 * Pairs the layers of two graphs so that each takes from, and gives to, the partners of its neighbours; null where there is
 * no such pairing. `start` are refined colours of both. Where several layers could be taken, the first one that
 * `candidates` puts in front and that works.
 */
export function isomorphism(
  [one, other]: readonly [LayerGraph, LayerGraph],
  start: readonly Colours[],
  candidates: (place: number, places: readonly number[]) => readonly number[],
): Isomorphism | null {
  let choices = 0;
  const search = (colours: readonly Colours[]): Isomorphism | null => {
    const [mine, theirs] = colours.map(classes) as [
      ReadonlyMap<number, readonly number[]>,
      ReadonlyMap<number, readonly number[]>,
    ];
    if (!sameCounts(mine, theirs)) return null;
    const open = [...mine].find(([, places]) => places.length > 1);
    if (open === undefined) {
      const pairs = colours[0]!.map((colour) => theirs.get(colour)![0]!);
      return holds(one, other, pairs) ? pairs : null;
    }
    const [colour, places] = open;
    const place = places[0]!;
    for (const candidate of candidates(place, theirs.get(colour)!)) {
      if (choices++ > mostChoices) return null;
      const chosen = [marked(colours[0]!, place), marked(colours[1]!, candidate)];
      const found = search(refined([one, other], chosen));
      if (found !== null) return found;
    }
    return null;
  };
  return search(start);
}

const marked = (colours: Colours, place: number): Colours => colours.map((colour, at) => (at === place ? -1 : colour));
