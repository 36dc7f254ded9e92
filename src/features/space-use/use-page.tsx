import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { BookingTabs } from '#src/directory/booking-tabs.tsx';
import { minute } from '#src/directory/minute.ts';
import { dayOf, formatDays } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { DownloadIcon } from '#src/ui/desk-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import figures from '#src/ui/figures.module.css';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { BuildingIcon } from '#src/ui/places-icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { HeatMap } from './heat-map.tsx';
import { type SpaceUse, type UseWish, reportFile, reportOptions } from './queries.ts';
import { UseFilters } from './use-filters.tsx';
import { periodOf, readUseSearch, type UseSearch } from './use-search.ts';
import { UseSpaces } from './use-spaces.tsx';
import { UseTotals } from './use-totals.tsx';

type Props = { search: UseSearch; onSearch: (search: UseSearch, replace?: boolean) => void };
export type UseChange = { [K in keyof UseSearch]?: UseSearch[K] | undefined };

/** How much of the bookable spaces was used, when, and by how many of those who said they would come. */
export function UsePage({ search, onSearch }: Props) {
  const period = periodOf(search, dayOf(useStore(minute)));
  const { building, floor, type, order = 'most' } = search;
  const wish: UseWish = { ...period, buildingId: building, floorId: floor, type, order };
  const { data, error, isPlaceholderData, refetch } = useQuery(reportOptions(wish));
  const change = (next: UseChange, replace = false) =>
    onSearch(readUseSearch({ ...search, ...next }), replace);
  return (
    <Page
      title={m.space_use_use()}
      layout="fill"
      actions={
        <Button
          component="a"
          href={reportFile(wish)}
          download
          variant="default"
          size="compact-md"
          fz={13}
          fw={500}
          leftSection={<DownloadIcon size={15} />}
        >
          {m.space_use_download()}
        </Button>
      }
    >
      <BookingTabs current="use" />
      <UseFilters search={search} period={period} onChange={change} />
      <div className={figures.scroll} aria-busy={!data || isPlaceholderData}>
        <p className={figures.period}>
          <strong>{formatDays(period.from, period.until)}</strong>
          {data && (
            <span>
              {data.center ? m.space_use_hours_of({ center: data.center.name }) : m.space_use_hours_usual()}
            </span>
          )}
        </p>
        {data && !(error && isPlaceholderData) ? (
          <Figures stats={data} order={order} onChange={change} />
        ) : error ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.space_use_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        ) : (
          <div className={figures.bones} role="status" aria-label={m.shell_loading()}>
            {[56, 260, 260].map((height, at) => (
              <Skeleton key={at} height={height} />
            ))}
          </div>
        )}
      </div>
    </Page>
  );
}

type FigureProps = { stats: SpaceUse; order: 'most' | 'least'; onChange: (next: UseChange) => void };
function Figures({ stats, order, onChange }: FigureProps) {
  if (stats.spaceCount === 0)
    return (
      <EmptyState icon={<BuildingIcon size={22} />} title={m.space_use_no_spaces()}>
        {m.space_use_no_spaces_text()}
      </EmptyState>
    );
  return (
    <>
      <UseTotals stats={stats} />
      <div className={figures.sections}>
        <HeatMap stats={stats} />
        <UseSpaces
          stats={stats}
          order={order}
          onOrder={(wanted) => onChange({ order: wanted === 'least' ? wanted : undefined })}
        />
      </div>
    </>
  );
}
