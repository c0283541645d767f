import {
  type ComponentType,
  type LazyExoticComponent,
  type ReactElement,
  Suspense,
  cloneElement,
  useState,
} from 'react';

export interface MenuListProps {
  readonly trigger: ReactElement;
}

interface OnDemandMenuProps {
  /** The button; the menu takes it over when it is first wanted, and opens at once. */
  readonly trigger: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'menu' }>;
  readonly menu: LazyExoticComponent<ComponentType<MenuListProps>>;
}

/** A menu whose code is loaded when its button is first pressed. */
export function OnDemandMenu({ trigger, menu: Menu }: OnDemandMenuProps) {
  const [wanted, setWanted] = useState(false);
  const closed = cloneElement(trigger, { onClick: () => setWanted(true), 'aria-haspopup': 'menu' });
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <Menu trigger={trigger} />
    </Suspense>
  );
}
