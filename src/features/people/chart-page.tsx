import { Button, Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { TreeIcon } from '#src/ui/people-icons.tsx';
import { ChartTree } from './chart-tree.tsx';
import classes from './chart.module.css';
import { PeopleTabs } from './people-tabs.tsx';
import type { ChartSearch } from './search.ts';
import { useChart } from './use-chart.ts';
import { useLivePeople } from './use-live-people.ts';

type Props = { search: ChartSearch; onSearch: (search: ChartSearch) => void };

/** Who reports to whom, from the top or from anybody. */
export function ChartPage({ search, onSearch }: Props) {
  const me = useMe();
  const navigate = useNavigate();
  useLivePeople();
  const chart = useChart(search);
  return (
    <Page
      title={m.people_tab_chart()}
      actions={
        <>
          {search.root !== undefined && (
            <LinkButton to="/people/chart" variant="default" size="compact-md" fz={13}>
              {m.people_chart_whole()}
            </LinkButton>
          )}
          <Button
            variant="default"
            size="compact-md"
            fz={13}
            fw={500}
            onClick={() => onSearch({ person: me.id })}
          >
            {m.people_chart_me()}
          </Button>
        </>
      }
    >
      <div className={classes.tabs}>
        <PeopleTabs current="chart" keys={m.people_chart_text()} />
      </div>
      <div className={classes.find}>
        <PersonPicker
          bare
          label={m.people_chart_find()}
          placeholder={m.people_chart_find()}
          find={colleaguesOptions}
          onPick={({ id }) => onSearch({ person: id })}
        />
      </div>
      {chart.wayError && (
        <p role="alert" className={classes.wrong}>
          {chart.wayError.message}
        </p>
      )}
      {chart.above.length > 0 && (
        <nav aria-label={m.people_chart_way()} className={classes.way}>
          {chart.above.map(({ id, name }) => (
            <span key={id}>
              <TextLink to="/people/chart" search={{ root: id }} size="sm">
                <bdi>{name}</bdi>
              </TextLink>
              <span aria-hidden="true"> › </span>
            </span>
          ))}
        </nav>
      )}
      {chart.error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.people_chart_failed()}
          action={<Button onClick={chart.retry}>{m.shell_try_again()}</Button>}
        >
          {chart.error.message}
        </EmptyState>
      ) : chart.pending ? (
        <div role="status" aria-label={m.shell_loading()} className={classes.bones}>
          {[0, 1, 2, 3].map((at) => (
            <Skeleton key={at} height={40} />
          ))}
        </div>
      ) : chart.rows.length === 0 ? (
        <EmptyState icon={<TreeIcon size={22} />} title={m.people_chart_empty()}>
          {m.people_chart_empty_text()}
        </EmptyState>
      ) : (
        <ChartTree
          chart={chart}
          person={search.person ?? search.root}
          onCard={(userId) => void navigate({ to: '/people/$userId', params: { userId } })}
          onRoot={(root) => onSearch({ root })}
        />
      )}
    </Page>
  );
}
