/**
 * Screens on which palette and inspector are no columns beside the canvas but sheets below it: phones, tablets held
 * upright, much enlarged pages. The stylesheets say the same number.
 */
export const narrow = '(max-width: 900px)';

export const isNarrow = () => matchMedia(narrow).matches;
