import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages';
import { type AssetRound, deviations } from '#contract/asset-confirmations.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { MailIcon } from '#src/ui/people-icons.tsx';
import { TabLine } from '#src/ui/tab-line.tsx';
import { AskedPeople } from './asked-people.tsx';
import { AskList } from './ask-list.tsx';
import classes from './lending.module.css';
import { roundOptions, useLendingWrite } from './queries.ts';
import { closeRound, remindRound } from './round-api.ts';
import { deviationsOf, RoundProgress } from './round-row.tsx';
import type { RoundsSearch } from './rounds-search.ts';
import { useAsksCsv } from './use-asks-csv.ts';

type Props = {
  id: number;
  search: RoundsSearch;
  onSearch: (search: RoundsSearch, replace?: boolean) => void;
};
const DEVIATING = deviations.join(',');

/** One round: who has answered, what deviates, and what can be done about it. */
export function RoundView({ id, search, onSearch }: Props) {
  const { data, error, refetch } = useQuery(roundOptions(id));
  const back = <TextLink to="/assets/confirmations">{m.lending_rounds()}</TextLink>;
  if (!data)
    return (
      <Page title={m.lending_round()} description={back}>
        {error ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.lending_round_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        ) : (
          <Skeleton height={160} />
        )}
      </Page>
    );
  return (
    <Page
      title={data.name}
      description={
        <>
          {back} ·{' '}
          {data.closedAt
            ? m.lending_round_closed_by({
                name: data.closedBy?.name ?? '',
                time: formatDateTime(data.closedAt),
              })
            : m.lending_answer_until({ time: formatDateTime(data.dueDate) })}
        </>
      }
      layout="fill"
      actions={<RoundActions round={data} />}
    >
      <div className={classes.progress}>
        <RoundProgress round={data} />
      </div>
      <Answers round={data} search={search} onSearch={onSearch} />
    </Page>
  );
}

function Answers({ round, search }: { round: AssetRound } & Omit<Props, 'id'>) {
  const { show } = search;
  const tabs = [
    { show: undefined, label: m.lending_deviations({ count: deviationsOf(round) }) },
    { show: 'none', label: m.lending_unanswered({ count: round.answers.none ?? 0 }) },
    { show: 'have', label: m.lending_confirmed({ count: round.answers.have ?? 0 }) },
    { show: 'people', label: m.lending_people({ count: round.people }) },
  ] as const;
  return (
    <>
      <TabLine label={m.lending_round()} current={show ?? 'deviating'}>
        {tabs.map((tab) => (
          <Link
            key={tab.show ?? 'deviating'}
            to="/assets/confirmations"
            search={{ open: round.id, ...(tab.show && { show: tab.show }) }}
            aria-current={tab.show === show ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {tab.label}
          </Link>
        ))}
      </TabLine>
      <div className={classes.scroll}>
        {show === 'people' ? (
          <AskedPeople round={round.id} />
        ) : (
          <AskList round={round.id} answer={show ?? DEVIATING} />
        )}
      </div>
    </>
  );
}

function RoundActions({ round }: { round: AssetRound }) {
  const [closing, setClosing] = useState(false);
  const remind = useLendingWrite(remindRound);
  const close = useLendingWrite(closeRound);
  const csv = useAsksCsv(round);
  return (
    <>
      {!round.closedAt && (
        <>
          <Button
            size="compact-md"
            leftSection={<MailIcon size={15} />}
            loading={remind.isPending}
            disabled={round.answers.none === 0}
            onClick={() =>
              remind.mutate(round.id, {
                onSuccess: () => notify({ message: m.lending_told_round_reminded(), tone: 'success' }),
                onError: ({ message }) => notify({ message, tone: 'danger' }),
              })
            }
          >
            {m.lending_remind()}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setClosing(true)}>
            {m.lending_round_close()}
          </Button>
        </>
      )}
      <Button size="compact-md" variant="default" loading={csv.busy} onClick={csv.save}>
        {m.lending_csv()}
      </Button>
      <Confirm
        opened={closing}
        onClose={() => setClosing(false)}
        onConfirm={() => close.mutate(round.id, { onSuccess: () => setClosing(false) })}
        title={m.lending_round_close_title()}
        confirmLabel={m.lending_round_close()}
        busy={close.isPending}
        problem={close.error?.message}
      >
        {m.lending_round_close_text({ count: round.answers.none ?? 0 })}
      </Confirm>
    </>
  );
}
