/**
 * Screens on which palette and inspector are no columns beside the canvas but sheets below it: phones, tablets held
 * upright, much enlarged pages. The stylesheets say the same number.
 */
export const narrow = '(max-width: 900px)';

/** So much enlarged that there is room for one thing only: a panel or a sheet takes the place of the canvas. */
const low = '(max-width: 900px) and (max-height: 360px)';

export const isLow = () => matchMedia(low).matches;

export const isNarrow = () => matchMedia(narrow).matches;
