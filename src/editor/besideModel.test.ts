import { expect, test } from 'vitest';
import { columnsBeside } from './besideModel';

const both = { paletteOpen: true, inspectorOpen: true, columnsAway: [] } as const;
const none = { paletteOpen: false, inspectorOpen: false } as const;
const inspectorAway = { paletteOpen: true, inspectorOpen: false, columnsAway: ['inspectorOpen'] } as const;
const bothAway = { ...none, columnsAway: ['inspectorOpen', 'paletteOpen'] } as const;

test.each([
  ['no panel beside the model', null, both, null],
  ['a wide page', 1440, both, null],
  ['a page without room for one', 1200, both, inspectorAway],
  ['a page without room for any', 1024, both, bothAway],
  ['a page that narrows further', 1024, inspectorAway, bothAway],
  ['a page that widens', 1200, bothAway, inspectorAway],
  ['a page that is wide again', 1440, bothAway, both],
  ['a panel that closes', null, bothAway, both],
  ['columns that somebody closed', 1024, { ...none, columnsAway: [] }, null],
  ['one that somebody closed', 1024, { ...both, paletteOpen: false }, { ...none, columnsAway: ['inspectorOpen'] }],
  ['one that somebody opened again', null, { ...both, columnsAway: [] }, null],
] as const)('columns make way for a panel and come back: %s', (_, width, before, after) => {
  expect(columnsBeside(width, before)).toEqual(after);
});
