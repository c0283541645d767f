import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly small?: boolean;
  /** Why it cannot be pressed now: it stays focusable, so that everybody can read the reason. */
  readonly obstacle?: string | null;
  /** Leads to what helps, where there is an obstacle. */
  readonly onObstacle?: () => void;
  readonly children?: ReactNode;
}

/** A button; without text give it an `aria-label`, which is also its tooltip. */
export function Button({
  tone = 'plain',
  icon,
  small = false,
  obstacle = null,
  onObstacle,
  children,
  className = '',
  onClick,
  title,
  ...rest
}: ButtonProps) {
  const bare = children === undefined || children === null;
  const classes = [styles.button, styles[tone], small ? styles.small : '', bare ? styles.bare : '', className];
  return (
    <button
      type="button"
      {...rest}
      className={classes.filter(Boolean).join(' ')}
      title={obstacle ?? title ?? (bare ? rest['aria-label'] : undefined)}
      aria-disabled={obstacle === null ? undefined : true}
      onClick={obstacle === null ? onClick : onObstacle}
    >
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      {!bare && <span>{children}</span>}
    </button>
  );
}
