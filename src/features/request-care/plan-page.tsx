import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { ServicePlan } from '#contract/service-requests-plans.ts';
import { compareNames } from '#src/lib/language.ts';
import { RequestTabs } from '#src/directory/request-tabs.tsx';
import { CalendarIcon } from '#src/ui/booking-icons.tsx';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import classes from './care.module.css';
import { PlanCard, planColumns } from './plan-cells.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanPanel } from './plan-panel.tsx';
import type { PlanSearch } from './plan-search.ts';
import { plansOptions, useLiveCatalogue } from './queries.ts';
import { matches, wordsOf } from './words.ts';

type Props = { search: PlanSearch; onSearch: (search: PlanSearch, replace?: boolean) => void };

/** The next first; what has no next time comes last. */
const byNext = (a: ServicePlan, b: ServicePlan) =>
  (a.nextRequired ?? Infinity) - (b.nextRequired ?? Infinity) || compareNames(a.name, b.name);

/** Planned maintenance: what is asked for again and again, by itself. */
export function PlanPage({ search, onSearch }: Props) {
  useLiveCatalogue();
  const { data, error, isPending, refetch } = useQuery(plansOptions);
  const [adding, setAdding] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useViewKeys({ '/': () => box.current?.focus(), n: () => setAdding(true) });
  const text = search.search ?? '';
  const columns = useMemo(() => planColumns(), []);
  const rows = useMemo(
    () =>
      (data ?? [])
        .filter(({ name, type, room }) => matches(`${name} ${type.name} ${room.name}`, wordsOf(text)))
        .toSorted(byNext),
    [data, text],
  );
  const open = data?.find(({ id }) => id === search.open);
  const close = () => onSearch(text ? { search: text } : {}, true);
  const add = (
    <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={() => setAdding(true)}>
      {m.care_plan_new()}
    </Button>
  );
  return (
    <Page title={m.care_plans_title()} count={data?.length} layout="fill" actions={add}>
      <RequestTabs current="plans" keys={m.care_plans_keys()} />
      <div className={classes.find}>
        <SearchField
          label={m.care_plans_find()}
          box={box}
          value={text}
          onChange={(words) =>
            onSearch({ ...(words && { search: words }), ...(search.open && { open: search.open }) }, true)
          }
        />
      </div>
      <SplitView panel={open && <PlanPanel key={open.id} plan={open} onClose={close} />}>
        {error && !data ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.care_plans_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        ) : (
          <DataGrid
            label={m.care_plans_title()}
            rows={rows}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowCount={rows.length}
            loading={isPending}
            card={(plan) => <PlanCard plan={plan} />}
            onOpen={({ id }) =>
              onSearch({ ...(text && { search: text }), open: id }, search.open !== undefined)
            }
            currentId={search.open === undefined ? undefined : String(search.open)}
            empty={
              text ? (
                <EmptyState
                  icon={<SearchIcon size={22} />}
                  title={m.care_plans_not_found({ search: text })}
                />
              ) : (
                <EmptyState icon={<CalendarIcon size={22} />} title={m.care_plans_empty()} action={add}>
                  {m.care_plans_empty_text()}
                </EmptyState>
              )
            }
          />
        )}
      </SplitView>
      {adding && (
        <PlanForm
          plan={undefined}
          onClose={(saved) => {
            setAdding(false);
            if (saved) onSearch({ open: saved });
          }}
        />
      )}
    </Page>
  );
}
