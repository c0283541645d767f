/**
 * Runs what it is given one after the other, in the order in which it was asked; each answer is its own. Two projects that
 * are opened at once would each take the other for one of another tab.
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  };
}
