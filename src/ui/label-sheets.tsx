import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { CSSProperties, ReactNode } from 'react';
import * as m from '#messages';
import {
  labelPapers,
  type Layout,
  type LayoutName,
  layouts,
  pagesOf,
  placeAt,
  placesOf,
} from './label-layouts.ts';
import type { LabelPaper } from './label-search.ts';
import classes from './label-sheets.module.css';

type Props<T> = {
  /** Undefined until they are there. */
  labels: readonly T[] | undefined;
  keyOf: (label: T) => string | number;
  /** Fills the place it is given; paper is white and ink is black, in the dark too. */
  render: (label: T, layout: Layout) => ReactNode;
  paper: LabelPaper;
  onPaper: (paper: LabelPaper) => void;
  /** What can be chosen to print on. */
  papers?: readonly LayoutName[];
};
/** CSS pixels in a millimetre. */
const PX = 96 / 25.4;

/** Labels as they will lie on the paper, and the choice of it: what is on screen is what is printed. */
export function LabelSheets<T>({ labels, keyOf, render, paper, onPaper, papers = labelPapers }: Props<T>) {
  const layout = layouts[paper.layout ?? 'roll'];
  const places = placesOf(layout);
  const pages = pagesOf(labels ?? [], layout, paper.start ?? 1);
  const { ref, width } = useElementSize();
  const zoom = width > 0 ? Math.min(1, width / (layout.page.width * PX)) : 1;
  return (
    <>
      <style>{`@page { size: ${layout.page.width}mm ${layout.page.height}mm; margin: 0; }`}</style>
      <div className={classes.choices}>
        <SegmentedControl
          aria-label={m.labels_paper()}
          value={layout.name}
          onChange={(name) => onPaper({ layout: name as LayoutName })}
          data={papers.map((name) => ({ value: name, label: layouts[name].label() }))}
        />
        {places > 1 && (
          <NativeSelect
            aria-label={m.labels_start()}
            value={String(Math.min(paper.start ?? 1, places))}
            onChange={(event) => onPaper({ ...paper, start: Number(event.currentTarget.value) })}
            data={Array.from({ length: places }, (_, at) => ({
              value: String(at + 1),
              label: m.labels_start_at({ place: at + 1 }),
            }))}
          />
        )}
        <span className={classes.note}>{m.labels_hint()}</span>
      </div>
      <div ref={ref} className={classes.pages} style={{ '--zoom': zoom } as CSSProperties}>
        {labels ? (
          pages.map((page, at) => (
            <section
              // The paper's nth sheet stays the nth.
              key={at}
              className={classes.sheet}
              style={{ width: `${layout.page.width}mm`, height: `${layout.page.height}mm` }}
            >
              {page.map((label, nth) => (
                <div
                  key={label === undefined ? `used-${nth}` : keyOf(label)}
                  className={classes.spot}
                  style={spotOf(layout, nth)}
                >
                  {label === undefined ? (
                    <button
                      type="button"
                      className={classes.used}
                      onClick={() => onPaper({ ...paper, start: nth + 1 })}
                    >
                      {m.labels_start_here({ place: nth + 1 })}
                    </button>
                  ) : (
                    render(label, layout)
                  )}
                </div>
              ))}
            </section>
          ))
        ) : (
          <div role="status" aria-label={m.shell_loading()} className={classes.waiting} />
        )}
      </div>
    </>
  );
}

function spotOf(layout: Layout, nth: number): CSSProperties {
  const { left, top } = placeAt(layout, nth);
  const { width, height } = layout.size;
  return { insetBlockStart: `${top}mm`, left: `${left}mm`, width: `${width}mm`, height: `${height}mm` };
}
