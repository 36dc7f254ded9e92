import { memo } from 'react';
import { FitText } from '#src/ui/fit-text.tsx';
import type { Layout } from '#src/ui/label-layouts.ts';
import type { Placard } from './labels.ts';
import classes from './labels.module.css';

/** What hangs at a door: the space, and who sits behind it, as large as it fits. */
export const PlacardCard = memo(function PlacardCard({
  placard,
  layout,
}: {
  placard: Placard;
  layout: Layout;
}) {
  const large = layout.name === 'a4-2';
  return (
    <article className={classes.placard} data-layout={layout.name} aria-label={placard.space}>
      <span className={classes.around} dir="auto">
        {placard.around}
      </span>
      <FitText className={classes.space} text={placard.space} least={large ? 10 : 3} most={large ? 22 : 7} />
      <ul className={classes.names} style={{ fontSize: sizeOf(placard.names.length, large) }}>
        {placard.names.map((name, at) => (
          // Two people may bear one name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </article>
  );
});

/** The more names, the smaller: they all have to fit. */
const sizeOf = (count: number, large: boolean) => {
  const room = large ? 88 : 16;
  return `${Math.min(large ? 17 : 5, room / Math.max(1, count) / 1.25)}mm`;
};
