import { statement } from '../model/lines';

/** A Python string in double quotes on one line, whatever the text; as black writes it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]/gu, (character) => {
    const code = character.codePointAt(0)!;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Plain data as Python: lists are tuples. */
export function pythonValue(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    const items = value.map(pythonValue);
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  }
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, one]) => `${quoted(key)}: ${pythonValue(one)}`)
      .join(', ')}}`;
  }
  return String(value);
}

/** `NAME = value`, broken where it is too long. */
export const pythonLiteral = (lead: string, value: unknown): string[] => statement(`${lead}${pythonValue(value)}`, '');
