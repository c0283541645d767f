import type { Category } from '../../../brick/brick';
import type { Scene } from '../scenes/scenes';

/** What a drawing of one kind of scene gets. */
export interface DrawingProps<K extends Scene['kind']> {
  readonly scene: Scene & { readonly kind: K };
  readonly category: Category;
}
