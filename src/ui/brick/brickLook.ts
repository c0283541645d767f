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
  /** Facts under the name; a thin brick says the first one beside it. */
  readonly lines?: readonly string[];
  readonly state?: 'broken' | 'blocked' | 'bypassed' | undefined;
  readonly frozen?: boolean;
  readonly selected?: boolean;
  /** A folded block shows the bricks inside as a spine of their colours, from the lowest to the highest. */
  readonly spine?: readonly Category[];
}
