import { Part } from '../../kit/Part';

export type Place = 'item' | 'wire' | 'canvas';

/** A right click (or the menu key): what lies there, and where on the screen. */
export interface MenuRequest {
  readonly place: Place;
  readonly at: readonly [x: number, y: number];
}

export interface CanvasMenuProps {
  readonly request: MenuRequest;
  readonly close: () => void;
}

const list = () => import('./CanvasMenuList');

/** The context menu of the canvas; its code comes with the first right click. */
export function CanvasMenu({ request, close }: { readonly request: MenuRequest | null; readonly close: () => void }) {
  if (request === null) return null;
  return <Part key={request.at.join()} load={list} props={{ request, close }} onClose={close} />;
}
