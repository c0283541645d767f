/** What a word of an address stands for: `false`, `4`, `[224,224,3]`, `224x224x3`, or the word itself. */
export function valueOf(text: string): unknown {
  if (/^\d+([x×,]\d+)+$/.test(text)) return text.split(/[x×,]/).map(Number);
  if (/^(true|false|null|-?\d+(\.\d+)?|\[[-\d., ]*\])$/.test(text)) return JSON.parse(text) as unknown;
  return text;
}
