import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import classes from './filter-chip.module.css';

/** One filter of a list, on or off. */
export function FilterChip({ on, ...props }: ComponentPropsWithRef<'button'> & { on: boolean }) {
  return <button type="button" {...props} className={classes.chip} aria-pressed={on} />;
}

/** The same as a link, for what has an address of its own; `aria-current` says that it is on. */
export const FilterLink = createLink((props: ComponentPropsWithRef<'a'>) => (
  <a {...props} className={classes.chip} />
));
