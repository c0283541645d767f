import { describe, expect, it } from 'vitest';
import { type Silence, Watchdog } from './watchdog';

type Told = Silence | null | 'end';

/** What a worker does each second: `-` nothing at all, `.` a sign of life, `+` one with a step done, `!` an event. */
function watch(
  seconds: string,
  { patience = 0, ending = () => false }: { patience?: number; ending?: (second: number) => boolean } = {},
) {
  const dog = new Watchdog();
  dog.heard(null);
  const told: [second: number, what: Told][] = [];
  let steps = 0;
  [...seconds].forEach((each, second) => {
    if (each === '+') steps++;
    if (each === '!') dog.heard(null);
    else if (each !== '-') dog.heard({ steps, patience });
    const said = dog.tick('train', ending(second));
    if (said !== undefined) told.push([second + 1, said]);
  });
  return told;
}

const silent = (seconds: number): Silence => ({ request: 'train', kind: 'silent', seconds });

describe('the watchdog', () => {
  it.each<[string, string, Parameters<typeof watch>[1], [number, Told][]]>([
    ['says nothing of a worker that answers every second', '+'.repeat(1000), {}, []],
    [
      'nor of one that is busy as long as it has said',
      `.${'-'.repeat(100)}.${'-'.repeat(100)}.`,
      { patience: 100 },
      [],
    ],
    ['says once that it has heard nothing for 15 s', '-'.repeat(60), {}, [[15, silent(15)]]],
    ['of one that has named its time, after that', `.${'-'.repeat(60)}`, { patience: 30 }, [[45, silent(45)]]],
    [
      'says that it is over',
      `${'-'.repeat(20)}.`,
      {},
      [
        [15, silent(15)],
        [21, null],
      ],
    ],
    [
      'over with an event, too',
      `${'-'.repeat(20)}!`,
      {},
      [
        [15, silent(15)],
        [21, null],
      ],
    ],
    [
      'says it again',
      `${'-'.repeat(15)}.${'-'.repeat(15)}`,
      {},
      [
        [15, silent(15)],
        [16, null],
        [30, silent(15)],
      ],
    ],
    [
      'who has pressed Stop is told after 5 s, and the worker ended after its time',
      '-'.repeat(15),
      { ending: () => true },
      [
        [5, silent(5)],
        [15, 'end'],
      ],
    ],
    [
      'a silent worker ends at once when its end is asked for',
      '-'.repeat(31),
      { ending: (second) => second === 30 },
      [
        [15, silent(15)],
        [31, 'end'],
      ],
    ],
    [
      'one that has named its time has it, stopped or not',
      `.${'-'.repeat(44)}`,
      { patience: 30, ending: () => true },
      [
        [5, silent(5)],
        [45, 'end'],
      ],
    ],
    [
      'one that lives but stands still is told of after 5 minutes',
      '.'.repeat(320),
      {},
      [[315, { request: 'train', kind: 'still', seconds: 315 }]],
    ],
    ['not where steps or events come now and then', `${'.'.repeat(299)}+${'.'.repeat(299)}!${'.'.repeat(200)}`, {}, []],
  ])('%s', (_, seconds, how, told) => {
    expect(watch(seconds, how)).toEqual(told);
  });

  it('begins anew with the next request, and says whether something was told', () => {
    const dog = new Watchdog();
    dog.heard(null);
    for (let second = 0; second < 14; second++) dog.tick('predict', false);
    expect(dog.rest()).toBe(false);
    for (let second = 0; second < 14; second++) expect(dog.tick('predict', false)).toBeUndefined();
    expect(dog.tick('predict', false)).toMatchObject({ request: 'predict', kind: 'silent' });
    expect(dog.rest()).toBe(true);
    expect(dog.rest()).toBe(false);
  });

  it('gives a worker a minute to come, once', () => {
    const dog = new Watchdog();
    const silent = () =>
      Array.from({ length: 70 }, () => dog.tick('model', false)).findIndex((told) => told !== undefined) + 1;
    expect(silent()).toBe(60);
    dog.rest();
    dog.heard(null);
    expect(silent()).toBe(15);
    dog.rest();
    dog.begin();
    expect(silent()).toBe(60);
  });
});
