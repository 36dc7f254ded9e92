import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import classes from './basic-button.module.css';

type Looks = { variant?: 'filled' | 'default'; wide?: boolean };

/** The button of the pages that load before Mantine does: sign-in and its kin, and the error views. */
export function BasicButton({
  variant = 'filled',
  wide,
  busy,
  children,
  ...props
}: ComponentPropsWithRef<'button'> & Looks & { busy?: boolean }) {
  return (
    <button
      type="button"
      {...props}
      className={classes.button}
      data-variant={variant}
      data-wide={wide || undefined}
      disabled={busy || props.disabled}
      aria-busy={busy || undefined}
    >
      {busy && <span className={classes.spinner} aria-hidden="true" />}
      {children}
    </button>
  );
}

/** The same as a link. */
export const BasicLinkButton = createLink(
  ({ variant = 'filled', wide, children, ...props }: ComponentPropsWithRef<'a'> & Looks) => (
    <a {...props} className={classes.button} data-variant={variant} data-wide={wide || undefined}>
      {children}
    </a>
  ),
);
