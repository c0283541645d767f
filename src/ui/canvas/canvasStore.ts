import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { ItemId } from '../../editor/session';
import type { Ghost } from './moving/ghost';
import type { Verdict } from './wires/verdicts';

/** A point in the browser window, in CSS pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Where a brick goes that is held over the canvas. */
export type Drop =
  | { readonly kind: 'tower'; readonly on: ItemId }
  | { readonly kind: 'under'; readonly tower: ItemId }
  | { readonly kind: 'wire'; readonly id: string }
  | { readonly kind: 'free' };

/** A wire that is being drawn, by pointer or by keyboard. */
export interface Linking {
  readonly from: ItemId;
  readonly verdicts: ReadonlyMap<ItemId, Verdict>;
  /** Item under the pointer, or the candidate picked by keyboard. */
  readonly over: ItemId | null;
  readonly pointer: ScreenPoint | null;
}

/** What the quick-add list is asked for. */
export interface QuickAddRequest {
  readonly at: ScreenPoint;
  /** Wire the new brick to this item's output, and list only what takes it. */
  readonly from: ItemId | null;
  /** Stack the new brick on this item. */
  readonly on: ItemId | null;
  /** The new brick takes the place of the item that it would be stacked on. */
  readonly instead?: true;
}

/** A wire that was refused, with the fix still on offer. */
export interface Refused {
  readonly from: ItemId;
  readonly to: ItemId;
  readonly at: ScreenPoint;
  readonly verdict: Verdict;
}

/** State of the canvas itself: neither saved nor undone, gone when it is. */
export interface CanvasState {
  /** The canvas's element on the page. */
  readonly frame: HTMLElement | null;
  /** The item that takes the focus when the canvas does. */
  readonly focused: ItemId | null;
  /** The focus that is being set is only that: the item is not selected by it. */
  readonly onlyFocuses: boolean;
  /** Bricks over the canvas that were not let go yet; a new one from the palette has no id. `height` in pixels. */
  readonly held: {
    readonly ids: readonly ItemId[];
    readonly drop: Drop;
    readonly height: number;
    readonly ghost: Ghost | null;
  } | null;
  readonly linking: Linking | null;
  readonly quickAdd: QuickAddRequest | null;
  readonly refused: Refused | null;
}

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    frame: null,
    focused: null,
    onlyFocuses: false,
    held: null,
    linking: null,
    quickAdd: null,
    refused: null,
  }));
}

export const CanvasContext = createContext<CanvasStore | null>(null);

export function useCanvasStore(): CanvasStore {
  const store = useContext(CanvasContext);
  if (store === null) throw new Error('Parts of the canvas must be rendered inside <Canvas>.');
  return store;
}

export function useCanvas<T>(pick: (state: CanvasState) => T): T {
  return useStore(useCanvasStore(), pick);
}
