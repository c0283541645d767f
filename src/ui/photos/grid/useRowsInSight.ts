import { type RefObject, useEffect, useMemo, useState } from 'react';

/** Pixels above and below what is seen that are drawn, too. */
const margin = 240;

/** Which rows of a scrolled list are in sight, and where each begins; `scrollTo` brings one into sight. */
export function useRowsInSight(scroller: RefObject<HTMLElement | null>, heights: readonly number[]) {
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const starts = useMemo(() => {
    const sums: number[] = [];
    heights.forEach((_, index) => sums.push(index === 0 ? 0 : sums[index - 1]! + heights[index - 1]!));
    return sums;
  }, [heights]);
  const total = (starts.at(-1) ?? 0) + (heights.at(-1) ?? 0);
  const rows = starts.flatMap((start, index) => {
    const sight = start + heights[index]! > seen.top - margin && start < seen.top + seen.height + margin;
    return sight ? [{ index, start }] : [];
  });
  const scrollTo = (index: number) => {
    const element = scroller.current;
    const [start, height] = [starts[index], heights[index]];
    if (element === null || start === undefined || height === undefined) return;
    if (start < element.scrollTop) element.scrollTo({ top: start });
    else if (start + height > element.scrollTop + element.clientHeight) {
      element.scrollTo({ top: start + height - element.clientHeight + 4 });
    }
  };
  return { rows, total, scrollTo };
}
