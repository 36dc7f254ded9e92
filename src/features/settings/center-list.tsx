import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import type { Center } from '#contract/users.ts';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { managesCenters } from '#src/directory/rights.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { dayOf, formatLongDay } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import { ChevronDownIcon } from '#src/ui/icons.tsx';
import { CenterForm } from './center-form.tsx';
import { centerHoursOptions, centersKey } from './queries.ts';
import classes from './settings.module.css';
import { summary } from './week.ts';

type Props = {
  centers: readonly Center[];
  open: number | undefined;
  onOpen: (center: number | undefined) => void;
};

/** The centers that one runs, each with its hours in a line; one at a time is open to be changed. */
export function CenterList({ centers, open, onOpen }: Props) {
  useLiveTopic('centers', centersKey);
  const me = useMe();
  const mine = centers.filter(({ id }) => managesCenters(me, (center) => center.id === id));
  return (
    <>
      <p className={classes.hint}>{m.settings_centers_text()}</p>
      <ul className={classes.list} aria-label={m.settings_centers()}>
        {mine.map((center) => (
          <CenterRow
            key={center.id}
            center={center}
            open={center.id === open}
            onToggle={() => onOpen(center.id === open ? undefined : center.id)}
          />
        ))}
      </ul>
    </>
  );
}

type RowProps = { center: Center; open: boolean; onToggle: () => void };

function CenterRow({ center: { id, name }, open, onToggle }: RowProps) {
  const { data, error, refetch } = useQuery(centerHoursOptions(id));
  const days = weekdays(locale()).map(({ short }) => short);
  const now = useStore(minute);
  const next = data?.holidays.find(({ day }) => day >= dayOf(now, data.timeZone));
  return (
    <li>
      <div className={classes.row}>
        <button type="button" className={classes.open} aria-expanded={open} onClick={onToggle}>
          <ChevronDownIcon size={15} />
          <bdi className={classes.name} title={name}>
            {name}
          </bdi>
        </button>
        {data && (
          <span className={classes.dim} title={summary(data.hours, days, m.settings_hours_never())}>
            {summary(data.hours, days, m.settings_hours_never())}
            {next && ` · ${m.settings_holiday_next({ day: formatLongDay(next.day) })}`}
          </span>
        )}
      </div>
      {open &&
        (data ? (
          <CenterForm key={id} center={data} />
        ) : error ? (
          <p role="alert" className={classes.inner}>
            {error.message}{' '}
            <Button variant="default" size="compact-xs" onClick={() => void refetch()}>
              {m.shell_try_again()}
            </Button>
          </p>
        ) : (
          <Skeleton height={240} className={classes.inner} />
        ))}
    </li>
  );
}
