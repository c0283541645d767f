import type { KeyboardEvent } from 'react';
import { neighbour } from '../kit/focus/neighbour';

/** Arrow keys, Home and End move the focus between the buttons of an element, as they stand on the screen. */
export function moveBetweenButtons(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.findIndex((button) => button === event.target);
  if (from < 0) return;
  const to = neighbour(
    buttons.map((button) => button.getBoundingClientRect()),
    from,
    event.key,
  );
  if (to === null) return;
  event.preventDefault();
  buttons[to]?.focus();
}
