import { Alert, Group, Modal, Skeleton, Stack } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import * as m from '#messages';
import type { ScanMatch } from '#contract/scan.ts';
import { useMe } from '#src/directory/me.ts';
import { signal } from '#src/lib/feedback.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { ScanBox, type ScanOutcome } from '#src/ui/scan-box.tsx';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';
import { actionsFor, actionsForUnknown, type ScanAction } from './scan-actions.ts';
import { askWhatIs } from './scan-calls.ts';
import { ScanFound } from './scan-match.tsx';
import classes from './scan.module.css';

type Answer = { code: string; matches?: readonly ScanMatch[]; problem?: string };
type Props = {
  /** What was scanned before the dialog opened. */
  first: string | undefined;
  onClose: () => void;
};

/** What was scanned and what can be done with it. It stays open: the next scan takes the place of the last. */
export default function ScanDialog({ first, onClose }: Props) {
  const me = useMe();
  const [answer, setAnswer] = useState<Answer>();
  const latest = useRef<string>(undefined);
  const found = useRef<HTMLDivElement>(null);
  useReturnFocus();

  const ask = async (code: string): Promise<ScanOutcome> => {
    latest.current = code;
    setAnswer({ code });
    let matches: readonly ScanMatch[] | undefined;
    try {
      matches = await askWhatIs(code);
      if (latest.current === code) setAnswer({ code, matches });
    } catch (error) {
      if (latest.current === code) setAnswer({ code, problem: (error as Error).message });
    }
    return matches?.length ? undefined : 'exception';
  };
  const start = useEffectEvent(() => {
    if (first === undefined || latest.current === first) return;
    void ask(first).then((outcome) => signal(outcome ?? 'success'));
  });
  useEffect(() => start(), [first]);
  // Enter does the likeliest thing at once.
  useEffect(() => {
    if (answer?.matches) found.current?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  }, [answer]);

  return (
    <Modal
      opened
      onClose={onClose}
      title={m.scan_title()}
      closeButtonProps={{ 'aria-label': m.scan_close() }}
      size="md"
    >
      <Stack gap="md">
        <ScanBox
          label={m.scan_label()}
          placeholder={m.scan_label()}
          onScan={ask}
          autoFocus={first === undefined}
        />
        <div ref={found} role="status" className={classes.answer}>
          {!answer && <p className={classes.dim}>{m.scan_hint()}</p>}
          {answer && !answer.matches && !answer.problem && (
            <Skeleton height={72} aria-label={m.scan_asking()} />
          )}
          {answer?.problem && <Alert color="red">{answer.problem}</Alert>}
          {answer?.matches?.map((match) => (
            <section key={keyOf(match)} className={classes.match}>
              <ScanFound match={match} />
              <Actions actions={actionsFor(me, match)} onGo={onClose} />
            </section>
          ))}
          {answer?.matches?.length === 0 && (
            <section className={classes.match}>
              <span className={classes.lines}>
                <bdi className={classes.name}>{answer.code}</bdi>
                <span className={classes.dim}>{m.scan_unknown()}</span>
              </span>
              <Actions actions={actionsForUnknown(me, answer.code)} onGo={onClose} />
            </section>
          )}
        </div>
      </Stack>
    </Modal>
  );
}

const keyOf = (match: ScanMatch) => {
  const { id } = match.kind === 'item' ? match.item : (match as never)[match.kind];
  return `${match.kind} ${id}`;
};

function Actions({ actions, onGo }: { actions: readonly ScanAction[]; onGo: () => void }) {
  return (
    <Group gap="xs">
      {actions.map(({ label, link }, at) => (
        <LinkButton key={label} {...link} variant={at === 0 ? 'filled' : 'default'} onClick={onGo}>
          {label}
        </LinkButton>
      ))}
    </Group>
  );
}
