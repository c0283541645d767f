import type { Category } from '../../brick/brick';
import { type Shape, shapeText } from '../../brick/shape';
import type { Item } from '../../layout/towers';
import type { BrickLook } from './brickLook';
import { faceFacts } from './faceText';
import { foldedLine } from './fitText';
import type { ViewContext } from './viewContext';
import { layerName } from './layerName';

/** How much a layer says about what its block is for; what says nothing is named only where nothing else is inside. */
const weight: Partial<Readonly<Record<Category, number>>> = { pooling: 1, merge: 1 };
const silent: readonly Category[] = ['activation', 'normalization', 'shape', 'dropout', 'augmentation'];
const weightOf = (category: Category) => weight[category] ?? (silent.includes(category) ? 0 : 2);

interface Group {
  readonly keras: string;
  readonly category: Category;
  /** The layers' faces, as `Conv2D 64`; one where all are alike. */
  readonly faces: Set<string>;
  count: number;
}

/** `3 × Conv2D 256`, `+ MaxPooling2D`, and what goes in and out; in the colour of what there is most of. */
export function blockFace(
  item: Item,
  { document, library, steps }: ViewContext,
  output: Shape | undefined,
): Pick<BrickLook, 'category' | 'facts' | 'lines' | 'spine'> {
  const groups = new Map<string, Group>();
  const spine: Category[] = [];
  for (const name of item.nodes) {
    const node = document.nodes[name]!;
    const brick = library.bricks[node.type];
    const category = brick?.category ?? 'shape';
    spine.push(category);
    const keras = layerName(brick, node);
    const group = groups.get(keras) ?? { keras, category, faces: new Set(), count: 0 };
    groups.set(keras, group);
    const said = brick && brick.face.length > 0 && weightOf(category) === 2;
    group.faces.add(said ? (faceFacts(brick, node.params, undefined, library.bricks)[0] ?? keras) : keras);
    group.count += 1;
  }
  const all = [...groups.values()].toSorted(
    (one, other) => weightOf(other.category) - weightOf(one.category) || other.count - one.count,
  );
  const telling = all.filter(({ category }) => weightOf(category) > 0);
  const named = telling.length > 0 ? telling : all;
  const [first = '', ...others] = named.map(({ keras, faces, count }) => {
    const text = faces.size === 1 ? [...faces][0]! : keras;
    return count > 1 ? `${count} × ${text}` : text;
  });
  const input = steps.get(item.base)?.inputShapes[0];
  const flow = [input, output].map((given) => (given ? shapeText(given) : '?')).join(' → ');
  return {
    category: named[0]?.category ?? 'shape',
    facts: [first],
    lines: [...(others.length > 0 ? [foldedLine(others, item.width)] : []), flow],
    spine,
  };
}
