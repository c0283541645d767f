import type { walkWords } from '../../i18n/voice/walkWords';
import type { Neighbours } from '../../layout/neighbours';

/** Of more than these the others are counted. */
const named = 3;

/** What a brick takes and gives, for those who do not see wires and towers; empty where it stands alone. */
export function neighbourText({ from, to }: Neighbours, words: (typeof walkWords)['en' | 'ko']): string {
  const list = (names: readonly string[]) => {
    const shown = names.slice(0, named).join(', ');
    return names.length > named ? words.andMore(shown, names.length - named) : shown;
  };
  return [from.length > 0 ? words.comesFrom(list(from)) : '', to.length > 0 ? words.goesTo(list(to)) : '']
    .filter(Boolean)
    .join('; ');
}
