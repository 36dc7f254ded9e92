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
      <FitText className={classes.space} text={placard.space} least={large ? 9 : 3} most={large ? 20 : 6} />
      <FitText
        className={classes.names}
        text={placard.names.join('\n')}
        least={large ? 3 : 2}
        most={large ? 17 : 5}
      />
    </article>
  );
});
