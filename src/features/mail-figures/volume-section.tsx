import { useElementSize } from '@mantine/hooks';
import * as m from '#messages';
import { formatDays } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { PairChart } from '#src/ui/figure-pair-chart.tsx';
import type { MailStats } from './api.ts';
import classes from '#src/ui/figures.module.css';
import { Legend } from '#src/ui/figure-legend.tsx';
import { NumberTable } from '#src/ui/number-table.tsx';
import { Section } from '#src/ui/figure-section.tsx';
import { drawnByWeek, volumePoints } from './series.ts';

/** What was checked in and delivered, day by day. */
export function VolumeSection({ stats }: { stats: MailStats }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { days, from, until } = stats;
  const byWeek = drawnByWeek(days.length, width);
  const head = [m.figures_day(), m.figures_checked_in(), m.figures_delivered()];
  const table = () => ({
    head,
    rows: days.map(({ day, checkedIn, delivered }) => [day, checkedIn, delivered]),
  });
  return (
    <Section
      wide
      title={m.figures_volume()}
      file={{ name: `mail-volume-${from}-${until}`, table }}
      asTable={
        <NumberTable
          long
          caption={m.figures_volume()}
          head={head}
          rows={days.map(({ day, checkedIn, delivered }) => ({
            key: day,
            name: formatDays(day, day),
            cells: [formatNumber(checkedIn), formatNumber(delivered)],
          }))}
        />
      }
    >
      <Legend
        entries={[
          { mark: 'in', text: m.figures_checked_in() },
          { mark: 'out', text: m.figures_delivered() },
        ]}
        note={width > 0 && byWeek ? m.figures_by_week() : undefined}
      />
      <div ref={ref} className={classes.chart}>
        {width > 0 && (
          <PairChart
            width={width}
            label={m.figures_volume()}
            first={m.figures_checked_in()}
            second={m.figures_delivered()}
            points={volumePoints(days, byWeek).map(({ checkedIn, delivered, ...span }) => ({
              ...span,
              first: checkedIn,
              second: delivered,
            }))}
          />
        )}
      </div>
    </Section>
  );
}
