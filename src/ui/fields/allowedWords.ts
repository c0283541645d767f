import type { Field } from '../../brick/fields';
import type { inspectorWords } from '../../i18n/inspector';
import { countText } from '../../i18n/numbers';

/** What a typed field takes, in words: `a whole number, 1 … 1,000,000`. */
export function allowedWords(field: Field, words: (typeof inspectorWords)['en' | 'ko']): string {
  const range = `${countText(field.min ?? 0, 'en')} … ${countText(field.max ?? 0, 'en')}`;
  switch (field.kind) {
    case 'integer':
      return words.wholeNumber(range);
    case 'optionalInteger':
      return words.wholeOrNothing(range);
    case 'optionalNumber':
      return words.decimalOrNothing(range);
    case 'triple':
      return words.tripleOf(range);
    case 'range':
      return field.schema.safeParse(null).success ? words.rangeOrNothing(range) : words.rangeOf(range);
    case 'axes':
      return words.axesOf(range);
    case 'numbers':
      return words.numbersOf(range);
    case 'pair':
      return words.pairOf(range);
    case 'sides':
      return words.sidesOf(range);
    case 'solidSides':
      return words.solidSidesOf(range);
    case 'shape':
      return words.shapeOf(range);
    case 'text':
      return words.hash;
    default:
      return words.decimal(range);
  }
}
