import { type ComponentType, type LazyExoticComponent, Suspense, lazy } from 'react';
import { useStore } from 'zustand';
import type { Dialog } from '../../editor/session';
import { useServices } from '../services';
import { useReturnFocus } from './useReturnFocus';

/** Dialogs of this room's own; `rename` is drawn where the name is. */
const dialogs: Readonly<Partial<Record<Dialog, LazyExoticComponent<ComponentType>>>> = {
  gallery: lazy(() => import('../gallery/GalleryDialog')),
  swapHead: lazy(() => import('../gallery/SwapHeadDialog')),
  projects: lazy(() => import('../projects/ProjectsDialog')),
  share: lazy(() => import('../projects/ShareDialog')),
  picture: lazy(() => import('../picture/PictureDialog')),
  shortcuts: lazy(() => import('./ShortcutsSheet')),
  brickHelp: lazy(() => import('../help/HelpDialog')),
  commands: lazy(() => import('./CommandPalette')),
};

/** The dialog that is open, loaded when it is first wanted. */
export function Dialogs() {
  const { session } = useServices();
  useReturnFocus(session);
  const open = useStore(session.store, (state) => state.dialog);
  const Open = open === null ? undefined : dialogs[open];
  return <Suspense>{Open && <Open />}</Suspense>;
}
