import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { leaveOptions, useLiveLeave } from '#src/directory/leave-queries.ts';
import { LeaveTabs } from '#src/directory/leave-tabs.tsx';
import { minute } from '#src/directory/minute.ts';
import { dayOf } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { LeaveIcon } from '#src/ui/leave-icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { BalanceList } from './balance-list.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { LeavePanel } from './leave-panel.tsx';
import classes from './leaves.module.css';
import { MineList } from './mine-list.tsx';
import { RequestDialog } from './request-dialog.tsx';
import type { MineSearch } from './search.ts';
import { YearLine } from './year-line.tsx';

type Props = { search: MineSearch; onSearch: (search: MineSearch, replace?: boolean) => void };

/** What somebody may still take, what they have asked for, and the way to ask for more. */
export function MinePage({ search, onSearch }: Props) {
  useLiveLeave();
  const thisYear = Number(dayOf(useStore(minute)).slice(0, 4));
  const year = search.year ?? thisYear;
  const [cancelling, setCancelling] = useState<Leave>();
  const { ask, open, ...rest } = search;
  const toYear = (to: number) => onSearch(to === thisYear ? {} : { year: to }, true);
  const askNew = () => onSearch({ ...search, ask: 'new' });
  const edit = ({ id }: Leave) => onSearch({ ...search, ask: id });
  useViewKeys({ n: askNew, '[': () => toYear(year - 1), ']': () => toYear(year + 1) });
  const close = () => onSearch({ ...rest, ...(open && { open }) }, true);
  return (
    <Page
      title={m.leave_tab_mine()}
      layout="fill"
      actions={
        <Button size="compact-md" leftSection={<LeaveIcon size={15} />} onClick={askNew}>
          {m.leave_new()}
        </Button>
      }
    >
      <LeaveTabs current="mine" keys={m.leave_mine_keys()} />
      <SplitView
        panel={
          open && (
            <LeavePanel
              key={open}
              id={open}
              onEdit={edit}
              onCancel={setCancelling}
              onClose={() => onSearch(rest)}
            />
          )
        }
      >
        <div className={classes.scroll}>
          <YearLine year={year} onYear={toYear} />
          <BalanceList year={year} />
          <MineList year={year} search={search} onAsk={askNew} onEdit={edit} onCancel={setCancelling} />
        </div>
      </SplitView>
      {ask === 'new' && <RequestDialog onClose={close} />}
      {typeof ask === 'number' && <ChangeDialog key={ask} id={ask} onClose={close} />}
      {cancelling && <CancelDialog leave={cancelling} onClose={() => setCancelling(undefined)} />}
    </Page>
  );
}

/** The form, once it is known what is changed. */
function ChangeDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { data, error } = useQuery(leaveOptions(id));
  // What is changed is what stood there when the form was opened.
  const [before, setBefore] = useState<Leave>();
  if (data && !before) setBefore(data);
  if (before) return <RequestDialog leave={before} onClose={onClose} />;
  return error ? (
    <p className={classes.problem} role="alert">
      {error.message}
    </p>
  ) : null;
}
