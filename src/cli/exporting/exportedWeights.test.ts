import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { freshAdvice } from './exportedWeights';

const planOf = (id: string) => compile(buildTemplate(templates.find((one) => one.id === id)!), library);

test('layers behind a pretrained part that have learned nothing are named', () => {
  expect(freshAdvice(planOf('digits-transfer'))).toContain('"predictions" starts at random');
});

test('nothing is said of a model without a pretrained part, which has no weights to take along', () => {
  expect(freshAdvice(planOf('digits'))).toBeNull();
});
