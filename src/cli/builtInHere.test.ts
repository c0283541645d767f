import { expect, test } from 'vitest';
import { catalogue } from '../data/catalogue';
import { factsOf } from '../data/dataset';
import { builtInHere } from './builtInHere';

test.each(catalogue.map((facts) => [facts.id, facts] as const))(
  '%s is read or made as it is listed',
  async (id, facts) => {
    expect(factsOf((await builtInHere(id))!)).toMatchObject(facts);
  },
);

test('somebody’s own is not', async () => {
  expect(await builtInHere('own-1')).toBeNull();
});
