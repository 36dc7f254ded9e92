import type { CSSProperties } from 'react';
import * as m from '#messages';
import type { Label } from '#contract/mail-scan.ts';
import { LabelCard } from './label-card.tsx';
import classes from './labels.module.css';
import { type Layout, placeAt } from './layouts.ts';

type Props = {
  layout: Layout;
  places: readonly (Label | undefined)[];
  /** Begins the first sheet at this place. */
  onStart: (place: number) => void;
};

/** A page just as it is printed; used places of the first sheet can be chosen anew. */
export function LabelSheet({ layout, places, onStart }: Props) {
  const { page, size } = layout;
  return (
    <section
      className={classes.sheet}
      style={{ width: `${page.width}mm`, height: `${page.height}mm` } as CSSProperties}
    >
      {places.map((label, nth) => {
        const { left, top } = placeAt(layout, nth);
        const style = {
          insetBlockStart: `${top}mm`,
          left: `${left}mm`,
          width: `${size.width}mm`,
          height: `${size.height}mm`,
        };
        return (
          <div key={label?.itemId ?? `used-${nth}`} className={classes.spot} style={style}>
            {label ? (
              <LabelCard label={label} layout={layout} />
            ) : (
              <button type="button" className={classes.used} onClick={() => onStart(nth + 1)}>
                {m.labels_start_here({ place: nth + 1 })}
              </button>
            )}
          </div>
        );
      })}
    </section>
  );
}
