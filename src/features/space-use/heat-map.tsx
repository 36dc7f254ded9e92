import { useMediaQuery } from '@mantine/hooks';
import * as m from '#messages';
import { locale } from '#src/lib/language.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import { Section } from '#src/ui/figure-section.tsx';
import { type HeatCell, levelOf, percentText, shareOf } from './heat.ts';
import classes from './heat-map.module.css';
import type { SpaceUse } from './queries.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** How many of the spaces are in use by weekday and hour: a table of numbers, coloured by them. */
export function HeatMap({ stats: { cells, from, until } }: { stats: SpaceUse }) {
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const days = weekdays(locale());
  const most = Math.max(0, ...cells.map((cell) => shareOf(cell) ?? 0));
  const cellAt = (day: number, hour: number) => cells[(day - 1) * 24 + hour]!;
  const table = () => ({
    head: [m.space_use_weekday(), m.space_use_hour(), m.space_use_percent()],
    rows: cells.map((cell) => {
      const share = shareOf(cell);
      const percent = share === undefined ? undefined : Math.round(share * 1000) / 10;
      return [days[cell.weekday - 1]!.long, clock(cell.hour), percent];
    }),
  });
  const draw = (cell: HeatCell) => {
    const share = shareOf(cell);
    const percent = percentText(share, formatNumber);
    const said = {
      day: days[cell.weekday - 1]!.long,
      from: clock(cell.hour),
      to: clock(cell.hour + 1),
      percent: share === undefined ? percent : `${percent} %`,
    };
    return (
      <td
        key={`${cell.weekday} ${cell.hour}`}
        data-level={levelOf(share, most)}
        title={m.space_use_heat_cell(said)}
      >
        {percent}
      </td>
    );
  };
  return (
    <Section
      wide
      title={m.space_use_heat()}
      hint={m.space_use_heat_hint()}
      file={{ name: `space-use-hours-${from}-${until}`, table }}
    >
      {/* Focusable, so that it scrolls by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.frame} role="group" aria-label={m.space_use_heat()} tabIndex={0}>
        <table className={classes.heat}>
          <caption className={classes.unseen}>{m.space_use_heat_hint()}</caption>
          <thead>
            <tr>
              <th scope="col">{narrow ? m.space_use_hour() : m.space_use_weekday()}</th>
              {narrow
                ? days.map(({ day, short, long }) => (
                    <th key={day} scope="col">
                      <abbr title={long}>{short}</abbr>
                    </th>
                  ))
                : HOURS.map((hour) => (
                    <th key={hour} scope="col" aria-label={clock(hour)}>
                      {hour}
                    </th>
                  ))}
            </tr>
          </thead>
          <tbody>
            {narrow
              ? HOURS.map((hour) => (
                  <tr key={hour}>
                    <th scope="row">{clock(hour)}</th>
                    {days.map(({ day }) => draw(cellAt(day, hour)))}
                  </tr>
                ))
              : days.map(({ day, long }) => (
                  <tr key={day}>
                    <th scope="row">{long}</th>
                    {HOURS.map((hour) => draw(cellAt(day, hour)))}
                  </tr>
                ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
