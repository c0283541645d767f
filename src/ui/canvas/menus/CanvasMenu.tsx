import { Part } from '../../kit/Part';
import type { MenuRequest } from './CanvasMenuList';

const list = () => import('./CanvasMenuList');

/** The context menu of the canvas; its code comes with the first right click. */
export function CanvasMenu({ request, close }: { readonly request: MenuRequest | null; readonly close: () => void }) {
  if (request === null) return null;
  return <Part key={request.at.join()} load={list} props={{ request, close }} onClose={close} />;
}
