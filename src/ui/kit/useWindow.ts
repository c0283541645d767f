import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn beyond both edges, so that quick scrolling finds them there. */
const spare = 12;

/** Which of many equally tall rows are to be drawn in a scrolling element: from the first up to before the last. */
export function useWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [range, setRange] = useState({ first: 0, last: 60 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowHeight]);
  return { first: Math.min(range.first, count), last: Math.min(range.last, count) };
}
