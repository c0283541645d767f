import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useServices } from '../../services';
import { isNarrow } from '../../narrow';
import { useNarrow } from '../useNarrow';

const [lowest, narrowest] = [160, 340];

/** Where the panels lie and how much room they take, in pixels: as it was left, and never so much that no model is seen. */
export function useDockSize() {
  const { preferences } = useServices();
  const { dockSide, dockHeight, dockWidth } = useStore(
    preferences,
    useShallow(({ dockSide, dockHeight, dockWidth }) => ({ dockSide, dockHeight, dockWidth })),
  );
  // A narrow screen has no room beside the canvas.
  const side = useNarrow() ? 'below' : dockSide;
  const [least, room] = side === 'right' ? [narrowest, window.innerWidth * 0.5] : [lowest, window.innerHeight * 0.62];
  const most = Math.max(least, Math.round(room));
  // Of a low screen the model keeps the larger part.
  const usual = Math.round(isNarrow() ? window.innerHeight * 0.48 : Math.min(348, window.innerHeight * 0.38));
  const wanted = side === 'right' ? (dockWidth ?? 440) : (dockHeight ?? usual);
  return {
    side,
    size: Math.max(least, Math.min(most, wanted)),
    least,
    most,
    onSize: (size: number) => preferences.setState(side === 'right' ? { dockWidth: size } : { dockHeight: size }),
  };
}
