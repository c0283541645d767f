import { expect, test } from 'vitest';
import { backEntries } from './backEntries';

/** A browser's history, and a page on which things are open. */
function page(leftOver = 0) {
  const states: unknown[] = [null, ...Array.from({ length: leftOver }, (_, index) => ({ open: index + 1 }))];
  let at = leftOver;
  let open = 0;
  const history = {
    get state() {
      return states[at];
    },
    pushState(state: unknown) {
      states.splice(at + 1, Infinity, state);
      at++;
    },
    go(by = 0) {
      at += by;
      entries.popped(states[at]);
      entries.settle();
    },
  };
  const entries = backEntries({ history, open: () => open, closeTop: () => void open-- });
  entries.settle();
  return {
    history,
    at: () => at,
    open: () => open,
    become(count: number) {
      open = count;
      entries.settle();
    },
  };
}

test('each thing that opens can be gone back from; one that is closed otherwise takes its entry along', () => {
  const it = page();
  it.become(1);
  it.become(2);
  expect(it.at()).toBe(2);
  it.history.go(-1);
  expect([it.open(), it.at()]).toEqual([1, 1]);
  it.become(2);
  it.become(0);
  expect(it.at()).toBe(0);
  it.become(1);
  it.history.go(-1);
  expect([it.open(), it.at()]).toEqual([0, 0]);
});

test('going back by two closes two; going forth to what is closed leads back', () => {
  const it = page();
  it.become(2);
  it.history.go(-2);
  expect([it.open(), it.at()]).toEqual([0, 0]);
  it.history.go(2);
  expect([it.open(), it.at()]).toEqual([0, 0]);
});

test('entries that a reload left are taken back', () => {
  expect(page(2).at()).toBe(0);
});
