import { useElementSize } from '@mantine/hooks';
import * as m from '#messages';
import type { ServiceFigures } from '#contract/service-figures.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { formatDays } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Legend } from '#src/ui/figure-legend.tsx';
import { PairChart, type PairPoint } from '#src/ui/figure-pair-chart.tsx';
import { Section } from '#src/ui/figure-section.tsx';
import { NumberTable } from '#src/ui/number-table.tsx';
import classes from '#src/ui/figures.module.css';
import { keptCell, keptWords, minutesCell, timeWords } from './report-words.ts';

type Week = ServiceFigures['weeks'][number];
/** Pairs of bars narrower than this cannot be told from each other, in px. */
const NARROWEST = 11;

/** A point for each week, or for several together where they would be too thin; both ends stay in the period. */
export function weekPoints({ weeks, from, until }: ServiceFigures, width: number): PairPoint[] {
  const most = Math.max(Math.floor(width / NARROWEST), 1);
  const step = Math.max(Math.ceil(weeks.length / most), 1);
  const points: PairPoint[] = [];
  for (let at = 0; at < weeks.length; at += step) {
    const part = weeks.slice(at, at + step);
    const [first, last] = [part[0]!.week, daysLater(part.at(-1)!.week, 6)];
    points.push({
      from: first < from ? from : first,
      until: last > until ? until : last,
      first: part.reduce((sum, { opened }) => sum + opened, 0),
      second: part.reduce((sum, { closed }) => sum + closed, 0),
    });
  }
  return points;
}

/** What was opened and closed, week by week. */
export function ReportWeeks({ figures }: { figures: ServiceFigures }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { weeks, from, until } = figures;
  const points = weekPoints(figures, width);
  const [opened, closed] = [m.care_report_opened(), m.care_report_closed()];
  const table = () => ({
    head: [m.care_report_week_from(), opened, closed, m.care_report_met(), m.care_report_missed()].concat(
      m.care_report_kept_percent(),
      m.care_report_median_minutes(),
    ),
    rows: weeks.map((one: Week) => [
      one.week,
      one.opened,
      one.closed,
      one.met,
      one.missed,
      keptCell(one),
      minutesCell(one.medianMs),
    ]),
  });
  return (
    <Section
      wide
      title={m.care_report_weeks()}
      hint={m.care_report_weeks_text()}
      file={{ name: `requests-weeks-${from}-${until}`, table }}
      asTable={
        <NumberTable
          long
          caption={m.care_report_weeks()}
          head={[m.care_report_week(), opened, closed, m.care_report_median(), m.care_report_kept()]}
          rows={weeks.map((one) => ({
            key: one.week,
            name: formatDays(one.week, daysLater(one.week, 6)),
            cells: [
              formatNumber(one.opened),
              formatNumber(one.closed),
              timeWords(one.medianMs),
              keptWords(one),
            ],
          }))}
        />
      }
    >
      <Legend
        entries={[
          { mark: 'in', text: opened },
          { mark: 'out', text: closed },
        ]}
        note={width > 0 && points.length < weeks.length ? m.care_report_weeks_several() : undefined}
      />
      <div ref={ref} className={classes.chart}>
        {width > 0 && (
          <PairChart
            width={width}
            label={m.care_report_weeks()}
            first={opened}
            second={closed}
            points={points}
          />
        )}
      </div>
    </Section>
  );
}
