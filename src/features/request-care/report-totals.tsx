import * as m from '#messages';
import type { ServiceFigures } from '#contract/service-figures.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import classes from '#src/ui/figures.module.css';
import { keptWords, timeWords } from './report-words.ts';

/** The period in five numbers. */
export function ReportTotals({ figures }: { figures: ServiceFigures }) {
  const { opened, closed, medianMs, p90Ms, met, missed } = figures;
  const numbers = [
    [m.care_report_opened(), formatNumber(opened)],
    [m.care_report_closed(), formatNumber(closed)],
    [m.care_report_median(), timeWords(medianMs)],
    [m.figures_p90(), timeWords(p90Ms)],
  ];
  return (
    <dl className={classes.totals}>
      {numbers.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt title={m.care_report_kept_text()}>{m.care_report_kept()}</dt>
        <dd>
          {keptWords(figures)}{' '}
          {met + missed > 0 && (
            <span className={classes.none}>
              {m.care_report_kept_of({ met: formatNumber(met), all: formatNumber(met + missed) })}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
