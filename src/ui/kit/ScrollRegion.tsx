import { type ReactNode, type RefObject, useEffect } from 'react';

interface ScrollRegionProps {
  readonly region: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly className?: string | undefined;
  /** Nothing in it takes the focus: Tab comes to the whole, so that the arrow keys can scroll it. */
  readonly reachable: boolean;
  readonly children: ReactNode;
}

/** A named part of a panel that scrolls by itself. */
export function ScrollRegion({ region, label, className, reachable, children }: ScrollRegionProps) {
  useEffect(() => {
    if (reachable) region.current?.setAttribute('tabindex', '0');
    else region.current?.removeAttribute('tabindex');
  }, [region, reachable]);
  return (
    <section ref={region} className={className} aria-label={label}>
      {children}
    </section>
  );
}
