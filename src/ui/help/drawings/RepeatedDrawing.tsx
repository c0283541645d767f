import type { CSSProperties } from 'react';
import { helpWords } from '../../../i18n/help';
import { useLanguage, useWords } from '../../services';
import { Arrow, Figure } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';

const most = 3;
const height = 72;
const room = 256;

/** The brick inside a wrapper, once for every step; what one of them does is drawn below. */
export function RepeatedDrawing({ scene, category }: DrawingProps<'repeated'>) {
  const words = useWords(helpWords);
  const { brick } = scene.inner;
  const { name } = brick.docs[useLanguage()];
  const count = Math.min(scene.steps ?? most, most);
  const cut = scene.steps === null || scene.steps > most;
  const pitch = room / count;
  const width = Math.min(78, pitch - 8);
  return (
    <Figure category={category} height={height} caption={words.repeatedInner}>
      {Array.from({ length: count }, (_, index) => {
        const middle = 2 + (index + 0.5) * pitch;
        const step = cut && index === count - 1 ? (scene.steps ?? 't') : index + 1;
        return (
          <g key={middle} style={{ '--base': `var(--brick-${brick.category})` } as CSSProperties}>
            <Arrow from={[middle, 22]} to={[middle, 6]} />
            <rect className={styles.frame} x={middle - width / 2} y={22} width={width} height={20} rx={4} />
            <text className={`${styles.number} ${styles.onBrick}`} x={middle} y={32}>
              {name.length > 13 ? `${name.slice(0, 12)}…` : name}
            </text>
            <Arrow from={[middle, 58]} to={[middle, 44]} />
            <text className={`${styles.word} ${styles.middle}`} x={middle} y={70}>
              {words.input} {step}
            </text>
          </g>
        );
      })}
    </Figure>
  );
}
