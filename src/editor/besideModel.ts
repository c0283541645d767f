import type { Preferences } from './preferences';

/** Below these widths of the page, in pixels, the columns beside the canvas leave it too little room once a panel is there. */
const [withInspector, withPalette] = [1300, 1100];

/** Panels beside the model: columns for which there is no room then are folded away, and come back by their tabs. */
export const besideModel = (width: number): Partial<Preferences> => ({
  dockSide: 'right',
  ...(width < withInspector && { inspectorOpen: false }),
  ...(width < withPalette && { paletteOpen: false }),
});
