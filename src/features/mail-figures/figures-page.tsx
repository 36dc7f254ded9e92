import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { MailTabs } from '#src/directory/mail-tabs.tsx';
import { useDesk } from '#src/directory/mail-queries.ts';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { dayOf, formatDays } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, InboxIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import type { MailStats } from './api.ts';
import { Board } from './board.tsx';
import { FigureFilters } from '#src/directory/figure-filters.tsx';
import { CenterTable, CourierTable } from './share-tables.tsx';
import classes from '#src/ui/figures.module.css';
import { figuresOptions } from './queries.ts';
import { type FigureSearch, periodOf } from '#src/directory/figure-search.ts';
import { TimeSection } from './time-section.tsx';
import { Totals } from './totals.tsx';
import { VolumeSection } from './volume-section.tsx';

type Props = { search: FigureSearch; onSearch: (search: FigureSearch, replace?: boolean) => void };

/** How much mail comes and goes, how long it lies, and who does the work. */
export function FiguresPage({ search, onSearch }: Props) {
  const me = useMe();
  useLiveMail(me.id);
  const period = periodOf(search, dayOf(useStore(minute)));
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...figuresOptions(period, search.centerId),
    // While another period is on its way the page keeps its place.
    placeholderData: (before) => before,
  });
  return (
    <Page title={m.mail_figures()} layout="fill">
      <MailTabs current="figures" />
      <FigureFilters search={search} period={period} onSearch={onSearch} centers={useDesk().centers} />
      <div className={classes.scroll} aria-busy={!data || isPlaceholderData}>
        <p className={classes.period}>
          <strong>{formatDays(period.from, period.until)}</strong>
          <span>{m.figures_zone({ zone: me.organisation.timeZone })}</span>
        </p>
        {data && !(error && isPlaceholderData) ? (
          <Figures stats={data} search={search} onSearch={onSearch} />
        ) : error ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.figures_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        ) : (
          <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
            {[56, 260, 260].map((height, at) => (
              <Skeleton key={at} height={height} />
            ))}
          </div>
        )}
      </div>
    </Page>
  );
}

function Figures({ stats, search, onSearch }: Props & { stats: MailStats }) {
  const empty = stats.centers.length === 0 && stats.couriers.length === 0;
  return (
    <>
      <Totals stats={stats} centerId={search.centerId} />
      {empty ? (
        <EmptyState
          icon={<InboxIcon size={22} />}
          title={m.figures_empty()}
          action={
            search.days !== 365 && (
              <Button variant="default" onClick={() => onSearch({ days: 365 })}>
                {m.figures_empty_action()}
              </Button>
            )
          }
        >
          {m.figures_empty_text()}
        </EmptyState>
      ) : (
        <div className={classes.sections}>
          <VolumeSection stats={stats} />
          <TimeSection stats={stats} />
          <CourierTable stats={stats} />
          <CenterTable stats={stats} />
          <Board kind="check-ins" from={stats.from} />
          <Board kind="deliveries" from={stats.from} />
        </div>
      )}
    </>
  );
}
