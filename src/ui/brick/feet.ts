import type { Shape } from '../../brick/shape';
import { type Hull, blockLabels } from '../../layout/hulls';
import type { Towers } from '../../layout/towers';
import type { ItemView } from './itemView';

/** The label under a tower. */
export interface Foot {
  /** The block that the tower is, with its fold button; null where it is none or only a part of one. */
  readonly block: string | null;
  readonly folded: boolean;
  readonly color: string;
  readonly shape: Shape | null;
  readonly parameters: number;
}

/** The label of every tower, and frames for the blocks whose label is not at a tower's foot. */
export function feetAndHulls(
  towers: Towers,
  views: ReadonlyMap<string, ItemView>,
): { readonly feet: ReadonlyMap<string, Foot>; readonly hulls: readonly Hull[] } {
  const { atFoot, hulls } = blockLabels(towers);
  const feet = new Map<string, Foot>();
  for (const tower of towers.towers) {
    const first = towers.items.get(tower.id)!;
    const folded = tower.items.length === 1 && first.kind === 'block';
    const block = folded ? first.id : (atFoot.get(tower.id) ?? null);
    feet.set(tower.id, {
      block,
      folded,
      color: (block === null ? undefined : towers.blocks[block]?.color) ?? 'none',
      shape: views.get(tower.items.at(-1)!)?.shape ?? null,
      parameters: tower.items.reduce((sum, id) => sum + (views.get(id)?.parameters ?? 0), 0),
    });
  }
  return { feet, hulls };
}
