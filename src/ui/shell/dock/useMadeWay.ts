import { useEffect } from 'react';
import { columnsBeside, roomFor } from '../../../editor/besideModel';
import { isNarrow, narrow } from '../../narrow';
import { useServices } from '../../services';

/** Columns make way for a panel beside the model where there is no room for both, and come back when there is. */
export function useMadeWay(): void {
  const { preferences, session } = useServices();
  useEffect(() => {
    const beside = () => session.store.getState().panel !== null && preferences.getState().dockSide === 'right';
    const settle = () => {
      // They are sheets there, and `useOneSheet` says which is open.
      if (isNarrow()) return;
      const columns = columnsBeside(beside() ? window.innerWidth : null, preferences.getState());
      if (columns !== null) preferences.setState(columns);
    };
    const screens = [narrow, ...Object.values(roomFor).map((width) => `(max-width: ${width - 0.02}px)`)].map((screen) =>
      matchMedia(screen),
    );
    settle();
    for (const screen of screens) screen.addEventListener('change', settle);
    const ends = [
      session.store.subscribe(({ panel }, before) => (panel === null) !== (before.panel === null) && settle()),
      preferences.subscribe((now, before) => {
        if (now.dockSide !== before.dockSide) settle();
        // What somebody opens, room or not, is no longer away.
        else if (!isNarrow() && now.columnsAway === before.columnsAway && now.columnsAway.some((column) => now[column]))
          preferences.setState({ columnsAway: now.columnsAway.filter((column) => !now[column]) });
      }),
      () => screens.forEach((screen) => screen.removeEventListener('change', settle)),
    ];
    return () => ends.forEach((end) => end());
  }, [preferences, session]);
}
