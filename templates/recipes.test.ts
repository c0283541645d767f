import { describe, expect, test } from 'vitest';
import { compile } from '../src/compile/compile';
import { stateful } from '../src/compile/stateful';
import { builtInFacts } from '../src/data/catalogue';
import { compatibilityOf } from '../src/data/compatibility';
import { buildTemplate, templateGroups } from '../src/document/template';
import { library, templates } from './index';
import { recipes } from './recipes/index';

const number = (index: number) => `deepbrick-${String(index + 1).padStart(2, '0')}`;

test('29 recipes in their order, then the video example', () => {
  const ids = Array.from({ length: 29 }, (_, index) => number(index));
  expect(recipes.map(({ id }) => id)).toEqual([...ids, 'deepbrick-video']);
});

test('every template stands in a group, and every group has one', () => {
  const groups = new Set(templates.map(({ group }) => group));
  expect([...groups].toSorted()).toEqual([...templateGroups].toSorted());
});

describe.each(recipes.map((recipe) => ({ id: recipe.id, recipe })))('$id', ({ recipe }) => {
  test('is named in both languages', () => {
    expect(recipe.names?.en).toBe(recipe.title);
    expect(recipe.names?.ko).toMatch(/[가-힣]/);
  });
});

const trainable = recipes.filter(({ id }) => id !== 'deepbrick-video');

describe.each(trainable.map((recipe) => ({ id: recipe.id, recipe })))('$id', ({ recipe }) => {
  const document = buildTemplate(recipe);
  const plan = compile(document, library);

  test('trains at once: its dataset goes in, its answers fit', () => {
    const facts = builtInFacts(document.training.dataset)!;
    const fit = compatibilityOf(plan, document.training, facts);
    expect(fit).toMatchObject({ feeds: [{ input: plan.inputs[0] }], heads: [{ output: plan.outputs[0] }] });
  });

  test('a stateful model reads samples one by one and in order', () => {
    const oneByOne = document.training.batchSize === 1 && !document.training.shuffle;
    expect(oneByOne).toBe(stateful(plan));
  });
});
