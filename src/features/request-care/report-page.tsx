import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { FigureFilters } from '#src/directory/figure-filters.tsx';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { catalogueOptions, useLiveRequests } from '#src/directory/request-queries.ts';
import { RequestTabs } from '#src/directory/request-tabs.tsx';
import { dayOf, formatDays } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import classes from '#src/ui/figures.module.css';
import { ErrorIcon, InboxIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { figuresOptions } from './queries.ts';
import { ReportNarrowed } from './report-narrowed.tsx';
import { filterOf, reportPeriod, reportRules, type ReportSearch } from './report-search.ts';
import { PlaceTable, TypeTable } from './report-tables.tsx';
import { ReportTotals } from './report-totals.tsx';
import { ReportWeeks } from './report-weeks.tsx';

type Props = { search: ReportSearch; onSearch: (search: ReportSearch, replace?: boolean) => void };

/** How many requests come and go, how long they take, and whether promises are kept. */
export function ReportPage({ search, onSearch }: Props) {
  const me = useMe();
  useLiveRequests();
  const { typeId, buildingId } = search;
  const period = reportPeriod(search, dayOf(useStore(minute)));
  const centers = useQuery(catalogueOptions).data?.centers ?? [];
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...figuresOptions(filterOf(search, period)),
    // While another period is on its way the page keeps its place.
    placeholderData: (before) => before,
  });
  const nothing = data !== undefined && data.opened === 0 && data.closed === 0;
  return (
    <Page title={m.care_reports_title()} layout="fill">
      <RequestTabs current="reports" />
      <FigureFilters
        search={search}
        period={period}
        centers={centers}
        rules={reportRules}
        onSearch={(next, replace) =>
          onSearch({ ...next, ...(typeId && { typeId }), ...(buildingId && { buildingId }) }, replace)
        }
      >
        <ReportNarrowed search={search} figures={data} onSearch={onSearch} />
      </FigureFilters>
      <div className={classes.scroll} aria-busy={!data || isPlaceholderData}>
        <p className={classes.period}>
          <strong>{formatDays(period.from, period.until)}</strong>
          <span>{m.figures_zone({ zone: me.organisation.timeZone })}</span>
        </p>
        {data && !(error && isPlaceholderData) ? (
          <>
            <ReportTotals figures={data} />
            {nothing ? (
              <EmptyState
                icon={<InboxIcon size={22} />}
                title={m.care_report_empty()}
                action={
                  (search.days !== 365 || typeId || buildingId) && (
                    <Button variant="default" onClick={() => onSearch({ days: 365 })}>
                      {m.care_report_empty_action()}
                    </Button>
                  )
                }
              >
                {m.care_report_empty_text()}
              </EmptyState>
            ) : (
              <div className={classes.sections}>
                <ReportWeeks figures={data} />
                <TypeTable figures={data} search={search} />
                <PlaceTable figures={data} search={search} />
              </div>
            )}
          </>
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
