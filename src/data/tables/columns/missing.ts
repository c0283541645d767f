/** What stands for nothing, as pandas reads it, and what spreadsheets and old data sets write. */
const words = new Set([
  '',
  '#N/A',
  '#N/A N/A',
  '#NA',
  '#NUM!',
  '#DIV/0!',
  '#VALUE!',
  '-NaN',
  '-nan',
  '<NA>',
  'N/A',
  'NA',
  'NULL',
  'NaN',
  'None',
  'n/a',
  'na',
  'nan',
  'NAN',
  'null',
  '?',
  '-',
  '--',
  '.',
  '결측',
  '결측치',
]);
const longest = 8;

/** Does a trimmed cell stand for a value that is not there? */
export const isMissing = (cell: string): boolean => cell.length <= longest && words.has(cell);
