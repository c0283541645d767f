import { type KeyboardEvent, useState } from 'react';

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Cells of a table that can be pressed, reached by Tab once and then by the arrow keys, past those that cannot be.
 * `pressable[row][column]`.
 */
export function useCellKeys(pressable: readonly (readonly boolean[])[]) {
  const first = pressable.flatMap((row, at) => row.flatMap((own, column) => (own ? [[at, column] as const] : [])))[0];
  const [chosen, setChosen] = useState<readonly [row: number, column: number] | null>(null);
  const current = chosen !== null && pressable[chosen[0]]?.[chosen[1]] === true ? chosen : first;
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key];
    if (step === undefined || current === undefined) return;
    event.preventDefault();
    let [row, column] = [current[0] + step[0], current[1] + step[1]];
    while (pressable[row]?.[column] === false) [row, column] = [row + step[0], column + step[1]];
    if (pressable[row]?.[column] !== true) return;
    setChosen([row, column]);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  };
  return {
    onKeyDown,
    cell: (row: number, column: number) => ({
      'data-cell': `${row} ${column}`,
      tabIndex: row === current?.[0] && column === current[1] ? 0 : -1,
      onFocus: () => setChosen([row, column]),
    }),
  };
}
