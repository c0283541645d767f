import type { CSSProperties } from 'react';
import type { Category } from '../../../brick/brick';
import { inspectorWords } from '../../../i18n/inspector';
import { layerName } from '../../brick/layerName';
import { useEditor, useServices, useWords } from '../../services';
import styles from './StripeLegend.module.css';

/** What the stripes on a folded block stand for: its layers by kind, each in its colour, the most frequent first. */
export function StripeLegend({ names }: { readonly names: readonly string[] }) {
  const { library } = useServices();
  const words = useWords(inspectorWords);
  const nodes = useEditor((state) => state.document.nodes);
  const kinds = new Map<string, { readonly category: Category; count: number }>();
  for (const name of names) {
    const node = nodes[name]!;
    const brick = library.bricks[node.type];
    const keras = layerName(brick, node);
    const kind = kinds.get(keras);
    if (kind) kind.count += 1;
    else kinds.set(keras, { category: brick?.category ?? 'shape', count: 1 });
  }
  const sorted = [...kinds].toSorted(([, one], [, other]) => other.count - one.count);
  return (
    <>
      <p className={styles.about}>{words.stripes}</p>
      <ul className={styles.legend} aria-label={words.inside}>
        {sorted.map(([keras, { category, count }]) => (
          <li key={keras} style={{ '--base': `var(--brick-${category})` } as CSSProperties}>
            {count} × {keras}
          </li>
        ))}
      </ul>
    </>
  );
}
