import { Button, VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { signal } from '#src/lib/feedback.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ParcelIcon } from '#src/ui/icons.tsx';
import { Keys } from '#src/ui/keys.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { useNamedKeys } from '#src/ui/shortcuts.ts';
import { ScanBox, type ScanBoxHandle, type ScanOutcome } from '#src/ui/scan-box.tsx';
import {
  addScan,
  changeRow,
  isSending,
  lacksEverything,
  mustBeSeen,
  readyRows,
  removeRow,
  restick,
  rowOf,
} from './draft.ts';
import { draftStore } from './draft-store.ts';
import { useDesk } from '#src/directory/mail-queries.ts';
import { worksAt } from '#src/directory/rights.ts';
import { DeskNotes } from './desk-notes.tsx';
import { ScanFooter } from './scan-footer.tsx';
import { type RowActions, ScanRow } from './scan-row.tsx';
import classes from './scan-view.module.css';
import { StickyLine } from './sticky-line.tsx';
import { useCheckIn } from './use-check-in.ts';
import { useDuplicateCheck } from './use-duplicate-check.ts';

type Props = {
  /** A code that was scanned before the view opened: its first scan. */
  first?: string | undefined;
  /** It has been taken. */
  onTaken?: () => void;
};

/** Continuous check-in: every scan is a row at once, and all rows go to the server in one call. */
export function ScanView({ first, onTaken }: Props) {
  const me = useMe();
  const desk = useDesk();
  // A scan happens at a desk one works at.
  const own = useMemo(
    () => ({ ...desk, centers: desk.centers.filter((center) => worksAt(me, { center })) }),
    [desk, me],
  );
  const store = draftStore(me.id);
  const draft = useStore(store);
  const sending = useCheckIn(store);
  const lookUp = useDuplicateCheck(store);
  const box = useRef<ScanBoxHandle>(null);
  const list = useRef<HTMLUListElement>(null);
  const [editing, onEdit] = useState<string>();
  const [again, setAgain] = useState({ key: '', times: 0 });
  const [said, setSaid] = useState({ text: '', warning: false });

  const onScan = (number: string): ScanOutcome => {
    const known = rowOf(store.get(), number);
    if (known) {
      setAgain(({ key, times }) => ({ key: known.key, times: key === known.key ? times + 1 : 1 }));
      setSaid({ text: m.mail_scan_twice({ number: known.number }), warning: true });
      return 'exception';
    }
    const key = randomKey();
    store.set(addScan(store.get(), { key, number, scannedAt: Date.now() }));
    setSaid({ text: m.mail_scan_added({ number, count: store.get().rows.length }), warning: false });
    if (list.current) list.current.scrollTop = 0;
    void lookUp(key, number).then((known) => known && signal('exception'));
  };
  const begin = useEffectEvent((code: string) => {
    onScan(code);
    onTaken?.();
  });
  useEffect(() => {
    if (!first) return;
    const soon = setTimeout(() => begin(first));
    return () => clearTimeout(soon);
  }, [first]);
  /** What bears no number: the recipient is asked for at once, the desk's own number comes with the label. */
  const addUnnumbered = () => {
    const key = randomKey();
    store.set(addScan(store.get(), { key, number: '', scannedAt: Date.now() }));
    onEdit(key);
  };

  const onDone = useCallback(
    (key?: string) => {
      const now = store.get();
      if (now.rows.some((row) => row.key === key && mustBeSeen(now, row))) return;
      setSaid({ text: '', warning: false });
      box.current?.focus();
    },
    [store],
  );
  const onChange = useCallback<RowActions['onChange']>(
    (key, change) => store.set(changeRow(store.get(), key, change)),
    [store],
  );
  const onRemove = useCallback((key: string) => store.set(removeRow(store.get(), key)), [store]);

  const ready = readyRows(draft);
  const checkIn = () => {
    const nameless = ready.find(lacksEverything);
    const unseen = nameless ?? ready.find((row) => mustBeSeen(draft, row));
    if (!unseen) {
      onDone();
      return sending.send();
    }
    setSaid({ text: nameless ? m.mail_unnumbered_first() : m.mail_alert_first(), warning: true });
    const row = list.current?.querySelector(`[data-row="${unseen.key}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    if (nameless) return onEdit(nameless.key);
    row?.querySelector<HTMLElement>('[data-seen]')?.focus();
  };
  useNamedKeys([
    { keys: ['mod', '↵'], label: m.mail_key_checkin() },
    { keys: ['Alt', '1'], label: m.mail_key_package() },
  ]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    checkIn();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const newest = [...draft.rows].reverse();
  return (
    <Page
      title={m.mail_scan_title()}
      count={draft.rows.length || undefined}
      layout="fill"
      actions={
        <LinkButton to="/mail" variant="default" size="compact-md">
          {m.mail_queues()}
        </LinkButton>
      }
    >
      <div className={classes.top}>
        <DeskNotes />
        <StickyLine
          desk={own}
          sticky={draft.sticky}
          onChange={(change) => store.set(restick(store.get(), change))}
        />
        <ScanBox
          handle={box}
          label={m.mail_scan_label()}
          placeholder={m.mail_scan_placeholder()}
          onScan={onScan}
          onLeave={() => onEdit(ready.at(-1)?.key)}
          end={
            <>
              {ready.length > 0 && (
                <span className={classes.hint}>
                  <Keys keys={['↓']} /> {m.mail_scan_hint()}
                </span>
              )}
              <Button
                variant="subtle"
                size="compact-sm"
                className={classes.unnumbered}
                onClick={addUnnumbered}
              >
                {m.mail_unnumbered()}
              </Button>
            </>
          }
        />
        <div role="status">
          {said.warning ? (
            <p className={classes.warning}>{said.text}</p>
          ) : (
            <VisuallyHidden>{said.text}</VisuallyHidden>
          )}
        </div>
      </div>
      {newest.length === 0 ? (
        <div className={classes.rest}>
          <EmptyState icon={<ParcelIcon size={22} />} title={m.mail_scan_empty()}>
            {m.mail_scan_empty_text()}
          </EmptyState>
        </div>
      ) : (
        <ul ref={list} className={classes.rows} aria-label={m.mail_scan_rows()}>
          {newest.map((row) => (
            <ScanRow
              key={row.key}
              row={row}
              desk={own}
              locked={isSending(draft, row)}
              editing={editing === row.key}
              toBeSeen={mustBeSeen(draft, row)}
              again={again.key === row.key ? again.times : 0}
              onChange={onChange}
              onRemove={onRemove}
              onEdit={onEdit}
              onDone={onDone}
            />
          ))}
        </ul>
      )}
      <ScanFooter draft={draft} ready={ready} sending={sending} onCheckIn={checkIn} />
    </Page>
  );
}
