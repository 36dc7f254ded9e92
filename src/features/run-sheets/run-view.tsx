import { Button, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import type { MailItem } from '#contract/mail.ts';
import { DeliveryDialog } from '#src/directory/delivery-dialog.tsx';
import type { Outcome } from '#src/directory/delivery.ts';
import { dayOf } from '#src/lib/dates.ts';
import { CsvButton } from '#src/ui/csv-button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, PrintIcon, TruckIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { ScanBox } from '#src/ui/scan-box.tsx';
import { Progress } from './progress.tsx';
import { remainingOf, runTable, stopsUnder } from './run.ts';
import type { RunTab } from './search.ts';
import { RunBar } from './run-bar.tsx';
import { RunStopSection } from './run-stop.tsx';
import { RunTabs } from './run-tabs.tsx';
import classes from './run-view.module.css';
import { useOthersOnRun } from './use-others-on-run.ts';
import { useRunScan } from './use-run-scan.ts';

type Leaving = { items: readonly MailItem[]; outcome: Outcome };

/** Stops in order with what is to be brought there; made for a phone and a thumb. */
export function RunView({ sheet, tab }: { sheet: RunSheet; tab: RunTab }) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [leaving, setLeaving] = useState<Leaving>();
  const others = useOthersOnRun(sheet);
  // What has left the round meanwhile is ticked no more.
  const ticked = useMemo(() => remainingOf(sheet).filter(({ id }) => chosen.has(id)), [sheet, chosen]);
  const tickedIds = useMemo(() => new Set(ticked.map(({ id }) => id)), [ticked]);
  const stops = useMemo(() => stopsUnder(sheet, tab), [sheet, tab]);

  const tick = (ids: readonly number[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  const scan = useRunScan(sheet, tickedIds, (ids) => tick(ids, true));

  const close = (delivered?: readonly MailItem[]) => {
    if (delivered) setChosen(new Set());
    else if (leaving) others.forget(leaving.items);
    setLeaving(undefined);
  };
  const leave = (items: readonly MailItem[], outcome: Outcome) => {
    // Before the answer: the stream of changes may be quicker than it.
    others.expect(items);
    setLeaving({ items, outcome });
  };

  return (
    <Page
      title={sheet.route.name}
      layout="fill"
      actions={
        <span className={classes.actions}>
          <LinkButton to="/mail/runs" variant="default" size="compact-md">
            {m.runs_title()}
          </LinkButton>
          <CsvButton file={() => ({ name: `${sheet.route.name}-${dayOf(Date.now())}`, ...runTable(stops) })}>
            {m.mail_export()}
          </CsvButton>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<PrintIcon size={16} />}
            onClick={() => window.print()}
          >
            {m.runs_print()}
          </Button>
        </span>
      }
    >
      <div className={classes.top}>
        <Progress remaining={sheet.remaining} delivered={sheet.delivered} />
        <div className={classes.scan}>
          <ScanBox
            autoFocus={false}
            label={m.runs_scan()}
            placeholder={m.runs_scan()}
            listening={!leaving}
            onScan={scan.onScan}
          />
        </div>
        <div role="status">
          {scan.said &&
            (scan.said.warning ? (
              <p className={classes.warning}>{scan.said.text}</p>
            ) : (
              <VisuallyHidden>{scan.said.text}</VisuallyHidden>
            ))}
          {others.said.map((text) => (
            <p key={text} className={classes.elsewhere}>
              {text}
            </p>
          ))}
        </div>
      </div>
      <RunTabs sheet={sheet} tab={tab} />
      <div className={classes.scroll}>
        {stops.length === 0 ? (
          <EmptyRun sheet={sheet} tab={tab} />
        ) : (
          <ol className={classes.stops}>
            {stops.map((stop) => (
              <RunStopSection
                key={stop.stop?.id ?? 'none'}
                stop={stop}
                ticked={tickedIds}
                onTick={tick}
                onLeave={leave}
              />
            ))}
          </ol>
        )}
      </div>
      {ticked.length > 0 && (
        <RunBar sheet={sheet} items={ticked} onLeave={leave} onClear={() => setChosen(new Set())} />
      )}
      {leaving && <DeliveryDialog {...leaving} onClose={close} />}
    </Page>
  );
}

function EmptyRun({ sheet, tab }: { sheet: RunSheet; tab: RunTab }) {
  if (tab === 'remaining' && sheet.delivered > 0)
    return (
      <EmptyState icon={<CheckIcon size={22} />} title={m.runs_done()}>
        {m.runs_done_text({ count: sheet.delivered })}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<TruckIcon size={22} />}
      title={tab === 'delivered' ? m.runs_none_delivered() : m.runs_nothing()}
    >
      {tab === 'delivered' ? m.runs_none_delivered_text() : m.runs_nothing_text()}
    </EmptyState>
  );
}
