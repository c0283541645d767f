import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { Dialog } from '../../editor/session';
import { useServices } from '../services';
import { fetchAhead } from './fetchAhead';
import { type LoadPart, Part } from '../kit/Part';
import { keepTyped } from '../kit/typedAhead';
import { useReturnFocus } from './focus/useReturnFocus';

const runElsewhere: LoadPart = () => import('../training/RunElsewhere');
const engineSilence: LoadPart = () => import('../training/EngineSilence');

/** Dialogs of this room's own; `rename` is drawn where the name is. */
const dialogs: Readonly<Partial<Record<Dialog, LoadPart>>> = {
  // First, because who presses Ctrl+K types on at once.
  commands: () => import('./menus/CommandPalette'),
  gallery: () => import('../gallery/GalleryDialog'),
  swapHead: () => import('../gallery/SwapHeadDialog'),
  fineTune: () => import('../gallery/FineTuneDialog'),
  projects: () => import('../projects/ProjectsDialog'),
  share: () => import('../projects/ShareDialog'),
  photos: () => import('../photos/PhotosDialog'),
  table: () => import('../tables/TableDialog'),
  compare: () => import('../comparison/ComparisonDialog'),
  saveModel: () => import('../saving/SaveModelDialog'),
  importReport: () => import('../projects/ImportReportDialog'),
  ask: () => import('../projects/AskDialog'),
  importCode: () => import('../projects/ImportCodeDialog'),
  openModel: () => import('../saving/OpenModelDialog'),
  weights: () => import('../pretrained/PretrainedDialog'),
  export: () => import('../code/dialog/ExportDialog'),
  picture: () => import('../picture/PictureDialog'),
  shortcuts: () => import('./menus/ShortcutsSheet'),
  brickHelp: () => import('../help/HelpDialog'),
};

/** The dialog that is open, loaded when it is first wanted. */
export function Dialogs() {
  const { session, runner } = useServices();
  const elsewhere = useStore(runner.store, (state) => state.elsewhere !== null);
  const silent = useStore(runner.store, (state) => state.silence !== null);
  useReturnFocus(session);
  useEffect(() => fetchAhead([...Object.values(dialogs), runElsewhere, engineSilence]), []);
  const open = useStore(session.store, (state) => state.dialog);
  useLayoutEffect(() => (open === 'commands' ? keepTyped() : undefined), [open]);
  const load = open === null ? undefined : dialogs[open];
  return (
    <>
      {load && <Part key={open} load={load} props={{}} onClose={() => session.open(null)} />}
      {silent && <Part load={engineSilence} props={{}} />}
      {elsewhere && <Part load={runElsewhere} props={{}} />}
    </>
  );
}
