import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages';
import { towards } from '#src/lib/language.ts';
import { resolveCode } from '#src/directory/mail-calls.ts';
import { MailTabs } from '#src/directory/mail-tabs.tsx';
import { useMe } from '#src/directory/me.ts';
import { worksAt } from '#src/directory/rights.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, WarningIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { ScanBox, type ScanOutcome } from '#src/ui/scan-box.tsx';
import { When } from '#src/ui/when.tsx';
import { bagStateFacts } from './bag-facts.ts';
import { BagIcon } from './bag-icons.tsx';
import classes from './bags-page.module.css';
import { bagsOptions, useBagChange } from './queries.ts';
import { type BagState, bagStates } from './search.ts';
import { NewBagDialog } from './new-bag-dialog.tsx';

const emptyTexts: Record<BagState, () => string> = {
  open: m.bags_none_open_text,
  sent: m.bags_none_sent_text,
  received: m.bags_none_received_text,
};

/** Bags between centers: filled here, on their way, received. A scan of a tag receives all that is inside. */
export function BagsPage({ state }: { state: BagState }) {
  const me = useMe();
  useLiveMail(me.id);
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery(bagsOptions(state));
  const [adding, setAdding] = useState(false);
  const { mutateAsync: change } = useBagChange();
  const open = (bagId: number) => void navigate({ to: '/mail/bags/$bagId', params: { bagId } });

  const onScan = async (code: string): Promise<ScanOutcome> => {
    try {
      const meant = await resolveCode(code);
      if (meant.kind === 'item' && meant.item.bag) return open(meant.item.bag.id);
      if (meant.kind !== 'bag') {
        notify({ message: m.bags_scan_no_bag({ code }), tone: 'info' });
        return 'exception';
      }
      const { bag } = meant;
      if (bag.state !== 'sent' || !worksAt(me, { center: bag.to })) return open(bag.id);
      await change({ kind: 'receive', id: bag.id });
      notify({
        message: m.bags_received_done({ code: bag.code, count: bag.count, center: bag.to.name }),
        tone: 'success',
      });
    } catch (problem) {
      notify({ message: (problem as Error).message, tone: 'danger' });
      return 'exception';
    }
  };

  return (
    <Page
      title={m.bags_title()}
      count={data?.length}
      layout="fill"
      actions={
        <Button size="compact-md" leftSection={<BagIcon size={16} />} onClick={() => setAdding(true)}>
          {m.bags_new()}
        </Button>
      }
    >
      <MailTabs current="bags" />
      <div className={classes.top}>
        <ScanBox label={m.bags_scan()} placeholder={m.bags_scan()} listening={!adding} onScan={onScan} />
      </div>
      <nav className={classes.states} aria-label={m.bags_states()}>
        {bagStates.map((one) => (
          <Link
            key={one}
            to="/mail/bags"
            search={one === 'open' ? {} : { state: one }}
            className={classes.state}
            aria-current={one === state ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {bagStateFacts[one].label()}
          </Link>
        ))}
      </nav>
      <div className={classes.scroll}>
        {isPending ? (
          <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
            {[0, 1, 2].map((at) => (
              <Skeleton key={at} height={40} />
            ))}
          </div>
        ) : !data ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.bags_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error?.message}
          </EmptyState>
        ) : data.length === 0 ? (
          <EmptyState icon={<BagIcon size={22} />} title={m.bags_none()}>
            {emptyTexts[state]()}
          </EmptyState>
        ) : (
          <ul className={classes.bags}>
            {data.map((bag) => (
              <li key={bag.id}>
                <Link to="/mail/bags/$bagId" params={{ bagId: bag.id }} className={classes.bag}>
                  <strong className={classes.code}>{bag.code}</strong>
                  <span className={classes.way}>
                    <bdi>{bag.from.name}</bdi> {towards()} <bdi>{bag.to.name}</bdi>
                  </span>
                  <span>{m.mail_parcels({ count: bag.count })}</span>
                  <span className={classes.missing}>
                    {bag.missing > 0 && (
                      <>
                        <WarningIcon size={14} />
                        {m.bags_missing({ count: bag.missing })}
                      </>
                    )}
                  </span>
                  <span className={classes.when}>
                    <When ms={bag.receivedAt ?? bag.sentAt ?? bag.dateCreated} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      {adding && <NewBagDialog onClose={() => setAdding(false)} onMade={open} />}
    </Page>
  );
}
