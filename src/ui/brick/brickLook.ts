import type { Category } from '../../brick/brick';
import type { Studs } from './studs';

/** Everything that is seen of one brick. */
export interface BrickLook {
  readonly category: Category;
  readonly width: number;
  readonly height: number;
  readonly studs: Studs;
  /** Bold, on the front face; nothing is written without it. */
  readonly name?: string;
  /** One line of facts, the most important first; where room is short the last ones are left out. */
  readonly facts?: readonly string[];
  /** Number of parameters, at the right of the facts. */
  readonly note?: string;
  /** Further lines of a tall brick. */
  readonly lines?: readonly string[];
  readonly state?: 'broken' | 'blocked' | 'bypassed' | undefined;
  readonly frozen?: boolean;
  readonly selected?: boolean;
  /** A folded block shows the bricks inside as a spine of their colours, from the lowest to the highest. */
  readonly spine?: readonly Category[];
}
