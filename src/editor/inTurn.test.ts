import { expect, test } from 'vitest';
import { inTurn } from './inTurn';

test('what is asked at once is done one after the other, whatever fails', async () => {
  const run = inTurn();
  const said: string[] = [];
  const slow = (name: string, fails = false) =>
    run(async () => {
      said.push(`${name} begins`);
      await Promise.resolve();
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const answers = await Promise.allSettled([slow('one'), slow('two', true), slow('three')]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(said).toEqual(['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
