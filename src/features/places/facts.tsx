import type { ReactNode } from 'react';
import classes from './places.module.css';

/** What is known, each under its name; what is not said is left out. */
export const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) => (
  <dl className={classes.facts}>
    {facts.map(
      ([label, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' && (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd>
          </div>
        ),
    )}
  </dl>
);
