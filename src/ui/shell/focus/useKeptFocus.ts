import { useEffect } from 'react';
import { firstControl, reachable } from '../../kit/focus/areas';
import { focusCanvas } from '../../kit/focus/focusCanvas';

/** What an element lies in, up to the region or dialog around it. */
const landmarks = 'section[aria-label], [role="dialog"], [role="menu"], header, footer, main';

/** Milliseconds in which whoever takes the place of something comes. */
const patience = 120;

function around(element: HTMLElement): readonly HTMLElement[] {
  // A region that goes leaves nothing near.
  if (element.matches(landmarks)) return [];
  const outer = element.closest<HTMLElement>(landmarks);
  const found: HTMLElement[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement) {
    found.push(one);
    if (one === outer) break;
  }
  return found;
}

/** Who has the focus after something that is gone or cannot have it any more: what is nearest in the same region, the region, the canvas. */
function handOver(places: readonly HTMLElement[]): void {
  const still = places.filter((place) => place.isConnected && place.checkVisibility());
  const region = still.find((place) => place.matches(landmarks));
  if (region === undefined) {
    focusCanvas();
    return;
  }
  const nearest = still
    .filter((place) => place !== region)
    .map(firstControl)
    .find((found) => found !== null);
  if (nearest) nearest.focus();
  else if (region.matches('[tabindex]')) region.focus();
  else firstControl(region)?.focus();
}

/**
 * The focus never falls to the page: what goes, or is switched off, hands it to its successor. A click beside everything takes
 * it away on purpose.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let places: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lost = () => document.activeElement === document.body || document.activeElement === null;
    const check = () => {
      if (last === null || !lost() || (last.isConnected && reachable(last))) return;
      last = null;
      handOver(places);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(check, patience);
    };
    const come = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      [last, places] = [target, around(target)];
    };
    const away = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || !target.closest('button, a, input, select, textarea, [tabindex]'))
        last = null;
    };
    const options = { capture: true } as const;
    window.addEventListener('focusin', come, options);
    window.addEventListener('focusout', soon, options);
    window.addEventListener('keyup', soon, options);
    window.addEventListener('click', soon, options);
    window.addEventListener('pointerdown', away, options);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focusin', come, options);
      window.removeEventListener('focusout', soon, options);
      window.removeEventListener('keyup', soon, options);
      window.removeEventListener('click', soon, options);
      window.removeEventListener('pointerdown', away, options);
    };
  }, []);
}
