import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { conditionLabels } from '#src/directory/asset-condition.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { assetLine, LoanBadge } from './loan-words.tsx';
import { LoanButtons, type LoanAsking } from './loan-buttons.tsx';
import { loanOptions } from './queries.ts';

type Props = { id: number; onAsk: LoanAsking; onClose: () => void };

/** A loan beside the list, or over it on a phone: what is known of it and what can be done. */
export function LoanPanel({ id, onAsk, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false });
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const { data, error, refetch } = useQuery(loanOptions(id));
  const title = data ? <bdi>{data.asset.name}</bdi> : m.lending_loan();
  const body = data ? (
    <>
      <LoanButtons loan={data} onAsk={onAsk} />
      <LoanFacts loan={data} />
    </>
  ) : error ? (
    <EmptyState
      icon={<ErrorIcon size={22} />}
      title={m.lending_loan_failed()}
      action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
    >
      {error.message}
    </EmptyState>
  ) : (
    <Skeleton height={180} />
  );
  if (narrow)
    return (
      <Drawer
        opened
        position="right"
        size={phone ? '100%' : 440}
        title={title}
        onClose={onClose}
        closeButtonProps={{ 'aria-label': m.ui_close() }}
      >
        {body}
      </Drawer>
    );
  return (
    <Panel label={m.lending_loan()} title={title} onClose={onClose}>
      {body}
    </Panel>
  );
}

function LoanFacts({ loan }: { loan: AssetLoan }) {
  const { asset, home, waitsFor } = loan;
  const moment = (ms: number | undefined, by?: { name: string }) =>
    ms && [formatDateTime(ms), by?.name].filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        { label: m.lending_state(), value: <LoanBadge loan={loan} /> },
        {
          label: m.assets_asset(),
          value: (
            <TextLink to="/assets/$assetId" params={{ assetId: asset.id }}>
              {assetLine(asset)}
            </TextLink>
          ),
        },
        {
          label: m.lending_to(),
          value: (
            <TextLink to="/people/$userId" params={{ userId: loan.user.id }}>
              {loan.user.name}
            </TextLink>
          ),
        },
        { label: m.lending_from(), value: formatDateTime(loan.startDate) },
        { label: m.lending_due(), value: formatDateTime(loan.dueDate) },
        { label: m.lending_flag(), value: loan.flag },
        {
          label: m.lending_waits_label(),
          value:
            waitsFor && m.lending_waits({ name: waitsFor.user.name, time: formatDateTime(waitsFor.dueDate) }),
        },
        { label: m.lending_handed_over(), value: moment(loan.lentAt, loan.lentBy) },
        { label: m.lending_home(), value: home.room?.name ?? home.owner?.name },
        { label: m.lending_came_back(), value: moment(loan.returnedAt, loan.returnedBy) },
        {
          label: m.assets_condition(),
          value: loan.returnCondition && conditionLabels[loan.returnCondition](),
        },
        { label: m.lending_return_note(), value: loan.returnNotes },
        { label: m.lending_note(), value: loan.notes },
        { label: m.lending_reason(), value: loan.cancellationReason },
        { label: m.lending_center(), value: loan.center.name },
      ]}
    />
  );
}
