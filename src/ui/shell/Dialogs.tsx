import { type ComponentType, type LazyExoticComponent, Suspense, lazy, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Dialog } from '../../editor/session';
import { useServices } from '../services';
import { useReturnFocus } from './useReturnFocus';

const loadCommands = () => import('./CommandPalette');

/** Dialogs of this room's own; `rename` is drawn where the name is. */
const dialogs: Readonly<Partial<Record<Dialog, LazyExoticComponent<ComponentType>>>> = {
  gallery: lazy(() => import('../gallery/GalleryDialog')),
  swapHead: lazy(() => import('../gallery/SwapHeadDialog')),
  projects: lazy(() => import('../projects/ProjectsDialog')),
  share: lazy(() => import('../projects/ShareDialog')),
  photos: lazy(() => import('../photos/PhotosDialog')),
  weights: lazy(() => import('../pretrained/PretrainedDialog')),
  picture: lazy(() => import('../picture/PictureDialog')),
  shortcuts: lazy(() => import('./ShortcutsSheet')),
  brickHelp: lazy(() => import('../help/HelpDialog')),
  commands: lazy(loadCommands),
};

/** The dialog that is open, loaded when it is first wanted. */
export function Dialogs() {
  const { session } = useServices();
  useReturnFocus(session);
  useEffect(() => {
    // Who presses Ctrl+K types on at once: the first letters must not be lost while it loads.
    const timer = setTimeout(() => void loadCommands(), 1000);
    return () => clearTimeout(timer);
  }, []);
  const open = useStore(session.store, (state) => state.dialog);
  const Open = open === null ? undefined : dialogs[open];
  return <Suspense>{Open && <Open />}</Suspense>;
}
