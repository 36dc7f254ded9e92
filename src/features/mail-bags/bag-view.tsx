import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { NumberCell, RecipientName } from '#src/directory/item-cells.tsx';
import { itemCells, itemHead } from '#src/directory/item-csv.ts';
import { numberOf } from '#src/directory/item-facts.ts';
import { useMe } from '#src/directory/me.ts';
import { worksAt } from '#src/directory/rights.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { towards } from '#src/lib/language.ts';
import { Callout } from '#src/ui/callout.tsx';
import { CsvButton } from '#src/ui/csv-button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, CloseIcon, PrintIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { ScanBox } from '#src/ui/scan-box.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import type { BagWithItems } from './api.ts';
import { missingIn } from './bag.ts';
import { bagStateFacts } from './bag-facts.ts';
import { BagIcon } from './bag-icons.tsx';
import { BagTag } from './bag-tag.tsx';
import classes from './bag-view.module.css';
import { useBagChange } from './queries.ts';
import { useBagScan } from './use-bag-scan.ts';

/** Filled by scans while it is open; at the other end each scan ticks what is found. */
export function BagView({ bag }: { bag: BagWithItems }) {
  const me = useMe();
  const { label, tone, icon } = bagStateFacts[bag.state];
  const filling = bag.state === 'open' && worksAt(me, { center: bag.from });
  const receiving = bag.state === 'sent' && worksAt(me, { center: bag.to });
  const [found, setFound] = useState<ReadonlySet<number>>(new Set());
  const { mutate, isPending } = useBagChange();
  const problem = { onError: ({ message }: Error) => notify({ message, tone: 'danger' as const }) };
  const receive = (ids?: readonly number[]) =>
    mutate(
      { kind: 'receive', id: bag.id, ...(ids && { found: ids }) },
      {
        ...problem,
        onSuccess: (now) =>
          notify({
            message: m.bags_received_done({
              code: bag.code,
              count: now.count - now.missing,
              center: bag.to.name,
            }),
            tone: 'success',
          }),
      },
    );
  const scan = useBagScan(bag, { filling, receiving }, found, {
    onFound: (id) => setFound((before) => new Set([...before, id])),
    onReceiveAll: () => receive(),
  });
  const missing = new Set(missingIn(bag).map(({ id }) => id));
  const ticked = bag.items.filter(({ id }) => found.has(id));

  return (
    <Page
      title={bag.code}
      printBare
      count={bag.items.length}
      layout="fill"
      description={
        <span className={classes.lead}>
          <StatusBadge tone={tone} icon={icon}>
            {label()}
          </StatusBadge>
          <span>
            <bdi>{bag.from.name}</bdi> {towards()} <bdi>{bag.to.name}</bdi>
          </span>
          <Moments bag={bag} />
        </span>
      }
      actions={
        <span className={classes.controls}>
          <LinkButton to="/mail/bags" variant="default" size="compact-md">
            {m.bags_title()}
          </LinkButton>
          <CsvButton file={() => ({ name: bag.code, head: itemHead, rows: bag.items.map(itemCells) })}>
            {m.mail_export()}
          </CsvButton>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<PrintIcon size={16} />}
            onClick={() => window.print()}
          >
            {m.bags_print()}
          </Button>
        </span>
      }
    >
      <BagTag bag={bag} />
      {(filling || receiving) && (
        <div className={classes.top}>
          <ScanBox
            label={filling ? m.bags_scan_in() : m.bags_scan_out()}
            placeholder={filling ? m.bags_scan_in() : m.bags_scan_out()}
            onScan={scan.onScan}
          />
          <div role="status">
            {scan.said.warning ? (
              <p className={classes.warning}>{scan.said.text}</p>
            ) : (
              <VisuallyHidden>{scan.said.text}</VisuallyHidden>
            )}
          </div>
        </div>
      )}
      {missing.size > 0 && (
        <div className={classes.top}>
          <Callout tone="warning" title={m.bags_missing_title({ count: missing.size })}>
            <p>{m.bags_missing_text()}</p>
          </Callout>
        </div>
      )}
      <div className={classes.scroll}>
        {bag.items.length === 0 ? (
          <EmptyState icon={<BagIcon size={22} />} title={m.bags_empty()}>
            {m.bags_empty_text()}
          </EmptyState>
        ) : (
          <ul className={classes.rows} aria-label={m.mail_items()}>
            {bag.items.map((item) => (
              <li key={item.id} className={classes.row} data-found={found.has(item.id) || undefined}>
                <span className={classes.mark}>{found.has(item.id) && <CheckIcon size={18} />}</span>
                <span className={classes.who}>
                  <RecipientName item={item} />
                </span>
                <span className={classes.number}>
                  <NumberCell item={item} />
                </span>
                {missing.has(item.id) && <span className={classes.lost}>{m.bags_not_found()}</span>}
                {filling && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={m.mail_row_remove({ number: numberOf(item) })}
                    onClick={() => mutate({ kind: 'take', id: bag.id, items: [item.id] }, problem)}
                  >
                    <CloseIcon size={16} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {(filling || receiving) && bag.items.length > 0 && (
        <footer className={classes.footer}>
          {filling && (
            <Button
              loading={isPending}
              onClick={() =>
                mutate(
                  { kind: 'send', id: bag.id },
                  {
                    ...problem,
                    onSuccess: () =>
                      notify({
                        message: m.bags_sent_done({ code: bag.code, center: bag.to.name }),
                        tone: 'success',
                      }),
                  },
                )
              }
            >
              {m.bags_send({ count: bag.items.length })}
            </Button>
          )}
          {receiving && ticked.length > 0 && ticked.length < bag.items.length && (
            <Button variant="default" loading={isPending} onClick={() => receive(ticked.map(({ id }) => id))}>
              {m.bags_receive_found({ count: ticked.length, missing: bag.items.length - ticked.length })}
            </Button>
          )}
          {receiving && (
            <Button loading={isPending} onClick={() => receive()}>
              {m.bags_receive_all({ count: bag.items.length })}
            </Button>
          )}
        </footer>
      )}
    </Page>
  );
}

function Moments({ bag }: { bag: BagWithItems }) {
  if (bag.receivedAt)
    return (
      <span>
        {m.bags_received_at({ when: formatDateTime(bag.receivedAt) })}
        {bag.receivedBy && (
          <>
            {' · '}
            <bdi>{bag.receivedBy.name}</bdi>
          </>
        )}
      </span>
    );
  return bag.sentAt ? <span>{m.bags_sent_at({ when: formatDateTime(bag.sentAt) })}</span> : null;
}
