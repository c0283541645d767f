import { focusCanvas } from './focusCanvas';

/** The areas of the page in the order in which one goes through them, and what has the focus in each. */
const areas = ['header', '[data-palette]', '[data-canvas]', '[data-panel]', '[data-inspector]', 'footer'] as const;

const usable = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Can it have the focus now? */
export const reachable = (element: HTMLElement): boolean =>
  !element.matches(':disabled') && element.checkVisibility({ checkVisibilityCSS: true });

/** The first of an element's controls that can have the focus. */
export const firstControl = (inside: Element): HTMLElement | null =>
  [...inside.querySelectorAll<HTMLElement>(usable)].find(reachable) ?? null;

/** Gives an area the focus: a region tells its name; bars have none, their first control does. */
function enter(area: HTMLElement): void {
  if (area.matches('[data-canvas]')) focusCanvas();
  else if (area.matches('header, footer')) firstControl(area)?.focus();
  else area.focus();
}

/** Goes to the next area, or the one before, round and round. */
export function nextArea(by: 1 | -1): void {
  const shown = areas.flatMap((selector) => {
    const area = document.querySelector<HTMLElement>(`#root ${selector}`);
    return area?.checkVisibility({ checkVisibilityCSS: true }) ? [area] : [];
  });
  const present = shown.findIndex((area) => area.contains(document.activeElement));
  const canvas = shown.findIndex((area) => area.matches('[data-canvas]'));
  // From nowhere the canvas is nearest.
  const next = present < 0 ? canvas : (present + by + shown.length) % shown.length;
  const area = shown[next];
  if (area) enter(area);
}
