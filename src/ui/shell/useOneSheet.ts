import { useLayoutEffect, useState } from 'react';
import { isNarrow, narrow } from '../narrow';
import { useServices } from '../services';

const none = { paletteOpen: false, inspectorOpen: false };

/**
 * On a narrow screen there is room for one thing below the canvas: the palette, the inspector, or a panel. Columns that
 * stood beside the canvas come back when the screen is wide again.
 */
export function useOneSheet(): void {
  const { preferences, session } = useServices();
  // Before anything is drawn: the model would be fitted into what a sheet leaves, which closes at once.
  useState(() => isNarrow() && preferences.setState(none));
  useLayoutEffect(() => {
    const screen = matchMedia(narrow);
    let columns = { paletteOpen: true, inspectorOpen: true };
    const turned = () => {
      const { paletteOpen, inspectorOpen } = preferences.getState();
      if (screen.matches) columns = { paletteOpen, inspectorOpen };
      preferences.setState(screen.matches ? none : columns);
    };
    screen.addEventListener('change', turned);
    const ends = [
      () => screen.removeEventListener('change', turned),
      preferences.subscribe((now, before) => {
        if (!screen.matches) return;
        const inspector = now.inspectorOpen && !before.inspectorOpen;
        if (!inspector && (!now.paletteOpen || before.paletteOpen)) return;
        preferences.setState({ paletteOpen: !inspector, inspectorOpen: inspector });
        session.show(null);
      }),
      session.store.subscribe(({ panel }, before) => {
        if (screen.matches && panel !== null && panel !== before.panel) preferences.setState(none);
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [preferences, session]);
}
