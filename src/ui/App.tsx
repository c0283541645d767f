import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import styles from './App.module.css';
import { Canvas } from './canvas/Canvas';
import { Inspector } from './inspector/Inspector';
import { Palette } from './palette/Palette';
import { usePageActions } from './projects/useDocumentFiles';
import { useServices } from './services';
import { Dialogs } from './shell/Dialogs';
import { Dock } from './shell/Dock';
import { FileDrop } from './shell/FileDrop';
import { FoldButton } from './shell/FoldButton';
import { Notices } from './shell/Notices';
import { StatusLine } from './shell/StatusLine';
import { TopBar } from './shell/TopBar';
import { usePage } from './shell/usePage';
import { useRefit } from './shell/useRefit';
import { useShortcuts } from './shell/useShortcuts';
import { useStorageNotices } from './shell/useStorageNotices';

/** The whole page: bar, palette, canvas, inspector, dock, status line, and what floats over them. */
export function App() {
  const { preferences } = useServices();
  const { paletteOpen, inspectorOpen } = useStore(
    preferences,
    useShallow((state) => ({ paletteOpen: state.paletteOpen, inspectorOpen: state.inspectorOpen })),
  );
  usePage();
  useShortcuts();
  useRefit();
  usePageActions();
  useStorageNotices();
  return (
    <FileDrop>
      <div className={styles.page}>
        <TopBar />
        <main className={styles.main}>
          <div className={styles.palette} data-open={paletteOpen}>
            {paletteOpen && <Palette />}
          </div>
          <div className={styles.canvas}>
            <Canvas />
            <FoldButton side="left" open={paletteOpen} />
            <FoldButton side="right" open={inspectorOpen} />
          </div>
          <div className={styles.inspector} data-open={inspectorOpen}>
            {inspectorOpen && <Inspector />}
          </div>
        </main>
        <Dock />
        <StatusLine />
      </div>
      <Dialogs />
      <Notices />
    </FileDrop>
  );
}
