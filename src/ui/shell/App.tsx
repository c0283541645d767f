import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import styles from './App.module.css';
import { problemCard } from '../canvas/BrickNode';
import { Canvas } from '../canvas/Canvas';
import { wireTips } from '../canvas/wires/LinkTips';
import { type LoadPart, Part } from '../kit/Part';
import { Palette } from '../palette/Palette';
import { loadIssueWords } from '../problems/issueWords';
import { usePageActions } from '../projects/useDocumentFiles';
import { useServices } from '../services';
import { Column } from './Column';
import { Dialogs } from './Dialogs';
import { fetchAhead } from './fetchAhead';
import { FileDrop } from './FileDrop';
import { FoldButton } from './FoldButton';
import { Notices } from './Notices';
import { StatusLine } from './status/StatusLine';
import { TopBar } from './bar/TopBar';
import { usePage } from './usePage';
import { useOneSheet } from './useOneSheet';
import { useRefit } from './useRefit';
import { useShortcuts } from './useShortcuts';
import { useStorageNotices } from './useStorageNotices';

/** The canvas is there before it. */
const inspector: LoadPart = () => import('../inspector/Inspector');
const dock: LoadPart = () => import('./dock/Dock');
const voice: LoadPart = () => import('./voice/Voice');
const back: LoadPart = () => import('./back/Back');
const skipLink: LoadPart = () => import('./focus/SkipLink');

/** The whole page: bar, palette, canvas, inspector, dock, status line, and what floats over them. */
export function App() {
  const { preferences, session } = useServices();
  useOneSheet();
  const { paletteOpen, inspectorOpen } = useStore(
    preferences,
    useShallow((state) => ({ paletteOpen: state.paletteOpen, inspectorOpen: state.inspectorOpen })),
  );
  // Without bricks to add there is nothing in it.
  const building = useStore(session.store, ({ locks }) => !locks.includes('model'));
  usePage();
  useShortcuts();
  useRefit();
  usePageActions();
  useStorageNotices();
  useEffect(() => fetchAhead([inspector, dock, loadIssueWords, problemCard, wireTips]), []);
  return (
    <FileDrop>
      <Part load={skipLink} props={{}} />
      <div className={styles.page}>
        <TopBar />
        <main className={styles.main}>
          <Column side="palette" open={paletteOpen && building}>
            <Palette />
          </Column>
          <div className={styles.canvas}>
            <Canvas />
            {building && <FoldButton side="left" open={paletteOpen} />}
            <FoldButton side="right" open={inspectorOpen} />
          </div>
          <Part load={dock} props={{}} />
          <Column side="inspector" open={inspectorOpen}>
            <Part load={inspector} props={{}} />
          </Column>
        </main>
        <StatusLine />
      </div>
      <Dialogs />
      <Notices />
      <Part load={voice} props={{}} />
      <Part load={back} props={{}} />
    </FileDrop>
  );
}
