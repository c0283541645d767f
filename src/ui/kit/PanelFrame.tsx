import type { ReactNode } from 'react';
import { shellWords } from '../../i18n/shell';
import { useServices, useWords } from '../services';
import { Button } from './Button';
import styles from './PanelFrame.module.css';

interface PanelFrameProps {
  /** Name of the region. */
  readonly title: string;
  /** Controls beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A panel of the dock: a region with its title, tools and a way to close it. */
export function PanelFrame({ title, tools, children }: PanelFrameProps) {
  const { session } = useServices();
  const words = useWords(shellWords);
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.header}>
        <h2>{title}</h2>
        <div className={styles.tools}>{tools}</div>
        <Button small tone="quiet" icon="close" aria-label={words.close} onClick={() => session.show(null)} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
