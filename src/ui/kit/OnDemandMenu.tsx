import { type ReactElement, cloneElement, useState } from 'react';
import { type LoadPart, Part } from './Part';

export interface MenuListProps {
  readonly trigger: ReactElement;
}

interface OnDemandMenuProps {
  /** The button; the menu takes it over when it is first wanted, and opens at once. */
  readonly trigger: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'menu' }>;
  readonly menu: LoadPart<MenuListProps>;
}

/** A menu whose code is loaded when its button is first pressed. */
export function OnDemandMenu({ trigger, menu }: OnDemandMenuProps) {
  const [wanted, setWanted] = useState(false);
  const closed = cloneElement(trigger, { onClick: () => setWanted(true), 'aria-haspopup': 'menu' });
  if (!wanted) return closed;
  return <Part load={menu} props={{ trigger }} waiting={closed} onClose={() => setWanted(false)} />;
}
