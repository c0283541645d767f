import type { Page } from '@playwright/test';

/** What can be pressed or filled in, but for what lies on the canvas, which is as large as its zoom, and edges, which keys move, too. */
const controls =
  'button, select, summary, textarea, input:not([type=file], [type=range], [type=hidden]), [role=tab], [role^=menuitem], [role=option], [role=treeitem], [role=switch]';

/**
 * Controls that are not as they should be, in words: cut off where nothing scrolls, under another one, smaller than `least`
 * pixels. Of a checkbox its label counts, too.
 */
export const faultsOf = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    ({ controls, least }) => {
      const scrolls = (value: string) => value === 'auto' || value === 'scroll';
      const cuts = (value: string) => value === 'hidden' || value === 'clip';
      const nameOf = (one: Element) =>
        `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}”`;
      const hiddenOnPurpose = (one: Element) => {
        for (let at: Element | null = one; at !== null; at = at.parentElement)
          if (getComputedStyle(at).clipPath.startsWith('inset(50%')) return true;
        return getComputedStyle(one).opacity === '0';
      };
      /** What is left of an element's box where it is scrolled to; null where nothing scrolls to it. */
      const shown = (one: Element) => {
        let { left, right, top, bottom } = one.getBoundingClientRect();
        let scrolled = false;
        for (let at = one.parentElement; at !== null; at = at.parentElement) {
          const style = getComputedStyle(at);
          const box =
            at === document.documentElement ? new DOMRect(0, 0, innerWidth, innerHeight) : at.getBoundingClientRect();
          // What is fixed at its edge lies over what can be scrolled from under it.
          if (scrolls(style.overflowY) && at.scrollHeight > at.clientHeight + 1) scrolled = true;
          for (const [low, high, overflow] of [
            ['left', 'right', style.overflowX],
            ['top', 'bottom', style.overflowY],
          ] as const) {
            const now = { left, right, top, bottom };
            const out = now[low] < box[low] - 1.5 || now[high] > box[high] + 1.5;
            if (!out) continue;
            const root = at === document.documentElement;
            if (scrolls(overflow)) scrolled = true;
            else if (cuts(overflow) || root) return { cut: true, scrolled };
            else continue;
            if (low === 'left') [left, right] = [box.left, box.right];
            else [top, bottom] = [box.top, box.bottom];
          }
          if (style.position === 'fixed') {
            const out = left < -1.5 || right > innerWidth + 1.5 || top < -1.5 || bottom > innerHeight + 1.5;
            return { cut: out, scrolled };
          }
        }
        return { cut: false, scrolled };
      };
      const modal = document.querySelector('[role=dialog]');
      const faults: string[] = [];
      for (const one of (modal ?? document).querySelectorAll<HTMLElement>(controls)) {
        if (!one.checkVisibility({ checkVisibilityCSS: true }) || one.closest('.react-flow__node')) continue;
        const label = one instanceof HTMLInputElement ? one.closest('label') : null;
        if (hiddenOnPurpose(one) && label === null) continue;
        const place = shown(label ?? one);
        if (place.cut) faults.push(`${nameOf(one)} is cut off`);
        const boxes = [one, ...(label === null ? [] : [label])].map((each) => each.getBoundingClientRect());
        const [width, height] = [
          Math.max(...boxes.map((box) => box.width)),
          Math.max(...boxes.map((box) => box.height)),
        ];
        if (width > 0 && (width < least - 0.5 || height < least - 0.5))
          faults.push(`${nameOf(one)} measures ${Math.round(width)}×${Math.round(height)}`);
        const { left, top, width: w, height: h } = (label ?? one).getBoundingClientRect();
        if (place.cut || place.scrolled || w === 0) continue;
        const hit = document.elementFromPoint(left + w / 2, top + h / 2);
        const own = hit !== null && (one.contains(hit) || hit.contains(one) || label?.contains(hit) === true);
        if (!own) faults.push(`${nameOf(one)} lies under ${hit === null ? 'nothing' : nameOf(hit)}`);
      }
      return faults;
    },
    { controls, least },
  );

/**
 * With the system's colours: what is chosen, pressed or highlighted, and shows no line; and words in the colour of the plate that
 * the browser lays under them.
 */
export const unmarkedOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const states =
      '[aria-pressed=true], [data-item][data-selected=true], [aria-selected=true], [role=tab][data-state=active], [data-highlighted], [cmdk-item][data-selected=true], [role=switch], [aria-invalid=true]';
    const line = (one: Element) => {
      const style = getComputedStyle(one);
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
      const bordered = style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) >= 1;
      return one.matches('[role=switch]') ? bordered || outlined : outlined;
    };
    const plate = getComputedStyle(document.body).backgroundColor;
    const onPlate = (one: Element) => {
      const { color, forcedColorAdjust } = getComputedStyle(one) as CSSStyleDeclaration & { forcedColorAdjust: string };
      return color === plate && forcedColorAdjust === 'auto' && (one.textContent ?? '').trim() !== '';
    };
    const buttons = [...document.querySelectorAll('button')].filter(
      (one) => one.checkVisibility({ checkVisibilityCSS: true }) && onPlate(one),
    );
    return (
      [...[...document.querySelectorAll(states)].filter((one) => !line(one)), ...buttons]
        .filter((one) => one.checkVisibility({ checkVisibilityCSS: true }))
        // A brick has a ring of its own.
        .filter((one) => !one.closest('.react-flow__node') || one.querySelectorAll('path').length === 0)
        .map(
          (one) =>
            `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}”`,
        )
    );
  });
