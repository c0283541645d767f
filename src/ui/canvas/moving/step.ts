import type { Towers } from '../../../layout/towers';
import { walkWords } from '../../../i18n/voice/walkWords';
import type { Language } from '../../../i18n/words';
import { type Direction, walk } from './walk';

/** What is said where an arrow key leads nowhere. */
const noWay = {
  up: 'nothingFollows',
  first: 'nothingFollows',
  last: 'nothingFollows',
  down: 'nothingBefore',
  left: 'noBranch',
  right: 'noBranch',
} as const satisfies Record<Direction, string>;

/** The item that an arrow key leads to, or in words that there is none. */
export function step(
  towers: Towers,
  order: readonly string[],
  from: string,
  direction: Direction,
  language: Language,
): { readonly to: string } | { readonly said: string } {
  const to = walk(towers, order, from, direction);
  return to === null ? { said: walkWords[language][noWay[direction]](from) } : { to };
}
