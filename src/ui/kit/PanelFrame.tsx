import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { shellWords } from '../../i18n/shell';
import { useServices, useWords } from '../services';
import { Button } from './Button';
import { useEntered } from './focus/useEntered';
import styles from './PanelFrame.module.css';

interface PanelFrameProps {
  /** Name of the region. */
  readonly title: string;
  /** Controls beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Puts the panels beside the model or below it. */
function DockSide() {
  const { preferences } = useServices();
  const words = useWords(shellWords);
  const below = useStore(preferences, ({ dockSide }) => dockSide === 'below');
  return (
    <Button
      small
      tone="quiet"
      className={styles.side}
      icon={below ? 'panelRight' : 'panelBelow'}
      aria-label={below ? words.dockRight : words.dockBelow}
      onClick={() => preferences.setState({ dockSide: below ? 'right' : 'below' })}
    />
  );
}

/** A panel of the dock: a region with its title, tools and a way to close it. */
export function PanelFrame({ title, tools, children }: PanelFrameProps) {
  const { session } = useServices();
  const words = useWords(shellWords);
  return (
    <section ref={useEntered()} className={styles.panel} aria-label={title} data-panel tabIndex={-1}>
      <header className={styles.header}>
        <h2>{title}</h2>
        <div className={styles.tools}>{tools}</div>
        <DockSide />
        <Button small tone="quiet" icon="close" aria-label={words.close} onClick={() => session.show(null)} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
