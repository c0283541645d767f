import type { CSSProperties, ReactNode } from 'react';
import { useStore } from 'zustand';
import { shellWords } from '../../i18n/shell';
import { Part } from '../kit/Part';
import { useServices, useWords } from '../services';
import styles from './App.module.css';
import { useNarrow } from './useNarrow';

/** The canvas is there before it. */
const edge = () => import('./dock/ResizeEdge');

interface ColumnProps {
  readonly side: 'palette' | 'inspector';
  readonly open: boolean;
  readonly children: ReactNode;
}

/** Pixels between which a column may be dragged. */
const widths = { palette: [150, 420], inspector: [220, 560] } as const;

/** The palette or the inspector beside the canvas, as wide as it was left; on a narrow screen a sheet below it. */
export function Column({ side, open, children }: ColumnProps) {
  const { preferences } = useServices();
  const words = useWords(shellWords);
  const width = useStore(preferences, (state) => state[`${side}Width`]);
  const narrow = useNarrow();
  const [least, most] = widths[side];
  const own = width === null || narrow ? {} : { [`--${side}-width`]: `${Math.max(least, Math.min(most, width))}px` };
  return (
    <div className={styles[side]} data-open={open} style={own as CSSProperties}>
      {open && children}
      {open && !narrow && (
        <Part
          load={edge}
          props={{
            label: words[`${side}Width`],
            side: side === 'palette' ? 'right' : 'left',
            least,
            most,
            onSize: (size: number) => preferences.setState({ [`${side}Width`]: size }),
          }}
        />
      )}
    </div>
  );
}
