import { useElementSize } from '@mantine/hooks';
import * as m from '#messages';
import { formatDays } from '#src/lib/dates.ts';
import type { MailStats } from './api.ts';
import { formatDuration } from '#src/lib/duration.ts';
import classes from '#src/ui/figures.module.css';
import { Legend } from '#src/ui/figure-legend.tsx';
import { NumberTable } from '#src/ui/number-table.tsx';
import { Section } from '#src/ui/figure-section.tsx';
import { axisUnit, medianPoints } from './series.ts';
import { TimeChart } from './time-chart.tsx';

const MINUTE = 60_000;
const unitNames = {
  minute: m.figures_unit_minute,
  hour: m.figures_unit_hour,
  day: m.figures_unit_day,
};

/** How long parcels lay before they were delivered, day by day. */
export function TimeSection({ stats }: { stats: MailStats }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { timeToDelivery: times, from, until } = stats;
  const title = m.figures_time();
  if (!times)
    return (
      <Section wide title={title}>
        <p className={classes.hint}>{m.figures_time_none()}</p>
      </Section>
    );
  const unit = axisUnit(Math.max(...times.days.map(({ medianMs }) => medianMs)));
  const table = () => ({
    head: [m.figures_day(), m.figures_median_minutes()],
    rows: times.days.map(({ day, medianMs }) => [day, Math.round(medianMs / MINUTE)]),
  });
  return (
    <Section
      wide
      title={title}
      hint={m.figures_time_text()}
      file={{ name: `mail-time-to-delivery-${from}-${until}`, table }}
      asTable={
        <NumberTable
          long
          caption={title}
          head={[m.figures_day(), m.figures_median_day()]}
          rows={times.days.map(({ day, medianMs }) => ({
            key: day,
            name: formatDays(day, day),
            cells: [formatDuration(medianMs)],
          }))}
        />
      }
    >
      <Legend
        entries={[
          { mark: 'line', text: `${m.figures_median_day()} (${unitNames[unit.name]()})` },
          { mark: 'dashes', text: `${m.figures_median_period()}: ${formatDuration(times.medianMs)}` },
        ]}
      />
      <div ref={ref} className={classes.chart}>
        {width > 0 && (
          <TimeChart width={width} unit={unit} medianMs={times.medianMs} points={medianPoints(stats)} />
        )}
      </div>
    </Section>
  );
}
