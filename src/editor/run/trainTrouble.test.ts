import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { builtInFacts, catalogue } from '../../data/catalogue';
import { type Document, emptyDocument } from '../../document/document';
import { setTrainable } from '../../document/edits';
import { buildTemplate } from '../../document/template';
import { trainTrouble } from './trainTrouble';

const digits = buildTemplate(templates.find(({ id }) => id === 'digits')!);
const own = builtInFacts('digits');
const trouble = (document: Document, facts = own) => trainTrouble(compile(document, library), document.training, facts);

test('the digits can be trained', () => {
  expect(trouble(digits)).toBeNull();
});

const frozen = setTrainable(Object.keys(digits.nodes), false)(digits);
test.each([
  ['an empty model', emptyDocument('Empty'), own, { code: 'emptyModel' }],
  ['a model with a gap', { ...digits, edges: digits.edges.slice(1) }, own, { code: 'notRunnable' }],
  ['data that are not here', digits, null, { code: 'unknownDataset', dataset: digits.training.dataset }],
  ['data of another kind', digits, catalogue.find(({ kind }) => kind === 'text')!, { code: 'data' }],
  ['nothing to train', frozen, own, { code: 'nothingTrainable' }],
] as const)('%s cannot be trained, and it is said why', (_, document, facts, expected) => {
  expect(trouble(document, facts)).toMatchObject(expected);
});
