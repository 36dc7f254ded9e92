import { Button, CloseButton } from '@mantine/core';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useMe } from '#src/directory/me.ts';
import { Keys } from '#src/ui/keys.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import type { OpenStep } from '#src/directory/mail-calls.ts';
import classes from './bulk-bar.module.css';
import { HandOverIcon } from '#src/ui/desk-icons.tsx';
import { openSteps, stepLabels } from '#src/directory/item-facts.ts';
import { canComeBack, useBringBack } from './mutations.ts';
import { worksAt } from '#src/directory/rights.ts';

type Props = {
  items: readonly MailItem[];
  onDeliver: () => void;
  onStep: (step: OpenStep) => void;
  onClear: () => void;
};

/** The server makes no more at once. */
const MOST_LABELS = 500;

/** What can be done with everything that is selected; steps that none of it may take are not offered. */
export function BulkBar({ items, onDeliver, onStep, onClear }: Props) {
  const steps = (['checkout', 'pending', 'transfer'] as const).filter((step) =>
    items.every((item) => openSteps(item).includes(step)),
  );
  const me = useMe();
  const bringBack = useBringBack();
  return (
    <div className={classes.bar} role="toolbar" aria-label={m.mail_bulk()}>
      <CloseButton aria-label={m.mail_bulk_clear()} onClick={onClear} />
      <span className={classes.count}>{m.mail_bulk_count({ count: items.length })}</span>
      {items.every((item) => worksAt(me, item)) ? (
        <span className={classes.actions}>
          {canComeBack(items) && (
            <Button
              variant="default"
              size="compact-md"
              loading={bringBack.isPending}
              onClick={() =>
                bringBack.mutate(items, {
                  onSuccess: () => {
                    notify({ message: m.mail_back_done({ count: items.length }), tone: 'success' });
                    onClear();
                  },
                  onError: ({ message }) => notify({ message, tone: 'danger' }),
                })
              }
            >
              {m.mail_back()}
            </Button>
          )}
          {items.length <= MOST_LABELS ? (
            <LinkButton
              to="/mail/labels"
              search={{ ids: items.map(({ id }) => id).join(',') }}
              variant="default"
              size="compact-md"
            >
              {m.mail_labels()}
            </LinkButton>
          ) : (
            <span className={classes.elsewhere}>{m.mail_labels_most({ most: MOST_LABELS })}</span>
          )}
          {steps.map((step) => (
            <Button key={step} variant="default" size="compact-md" onClick={() => onStep(step)}>
              {stepLabels[step]()}
            </Button>
          ))}
          <Button
            size="compact-md"
            leftSection={<HandOverIcon size={16} />}
            rightSection={<Keys keys={['d']} />}
            onClick={onDeliver}
          >
            {m.mail_deliver()}
          </Button>
        </span>
      ) : (
        <span className={classes.elsewhere}>{m.mail_bulk_elsewhere()}</span>
      )}
    </div>
  );
}
