import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { DatasetFacts, TargetFacts } from '../../data/dataset';
import { documentSchema } from '../../document/document';
import { trainTrouble } from '../run/trainTrouble';
import { fittingModel, replaceModel } from './fittingModel';

const classes = (count: number): TargetFacts => ({ kind: 'classes', classes: count });
const one: TargetFacts = { kind: 'numbers', units: 1 };
const facts = (
  kind: DatasetFacts['kind'],
  shape: readonly number[],
  target: TargetFacts,
  vocabulary: number | null = null,
) => ({ id: 'own:t.csv', kind, shape, target, count: 400, validation: 60, vocabulary }) satisfies DatasetFacts;

describe('a model that fits', () => {
  test.each<[string, DatasetFacts, readonly number[]]>([
    ['a table with two classes', facts('numbers', [7], classes(2)), [1]],
    ['a table with many classes', facts('numbers', [30], classes(5)), [5]],
    ['a table with a number', facts('numbers', [3], one), [1]],
    ['a table in the size of a recipe', facts('numbers', [12], classes(10)), [10]],
    ['a wide table', facts('numbers', [5000], classes(3)), [3]],
    ['texts of two classes', facts('text', [40], classes(2), 900), [1]],
    ['texts of many classes', facts('text', [60], classes(4), 20_000), [4]],
    ['texts of two words', facts('text', [2], classes(2), 6), [1]],
    ['a series', facts('series', [20, 1], one), [1]],
  ])('%s', (_, given, output) => {
    const document = fittingModel(given, templates, library)!;
    const plan = compile(document, library);
    expect(trainTrouble(plan, document.training, given)).toBeNull();
    expect(plan.shapes[plan.outputs[0]!]).toEqual(output);
    expect(document.training).toMatchObject({ dataset: 'own:t.csv' });
    expect(documentSchema.safeParse(document).success).toBe(true);
  });

  test('has fewer epochs the more there is to learn from', () => {
    const epochs = [400, 4000, 40_000, 4_000_000].map(
      (count) => fittingModel({ ...facts('numbers', [7], classes(2)), count }, templates, library)!.training.epochs,
    );
    expect(epochs).toEqual([100, 10, 5, 5]);
  });

  test('there is none for what no recipe learns', () => {
    expect(fittingModel(facts('video', [8, 32, 32, 1], classes(7)), templates, library)).toBeNull();
  });

  test('takes the place of the open one, under another title', () => {
    const document = fittingModel(facts('numbers', [7], classes(2)), templates, library)!;
    const open = { ...document, title: 'before', weights: undefined };
    expect(replaceModel(document, 'after')(open)).toEqual({ ...document, title: 'after' });
  });
});
