import { ActionIcon, Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useMe } from '#src/directory/me.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { InboxIcon, PrintIcon, WarningIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import type { OpenStep } from '#src/directory/mail-calls.ts';
import { DeliveryDialog } from '#src/directory/delivery-dialog.tsx';
import { HandOverIcon, MoreIcon, TrashIcon } from '#src/ui/desk-icons.tsx';
import { isOpen, numberOf, openSteps, recipientOf, states, stepLabels } from '#src/directory/item-facts.ts';
import { canComeBack, useBringBack, useDelete } from './mutations.ts';
import { managesAt, worksAt } from '#src/directory/rights.ts';
import { StepDialog } from './step-dialog.tsx';

const queueOfStep = { checkout: 'CHECKOUT', pending: 'PENDING', transfer: 'TRANSFER' } as const;

/** What can be done with an item: the next step in front, the rest behind a menu. */
export function ItemActions({ item }: { item: MailItem }) {
  const me = useMe();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<OpenStep | 'deliver' | 'delete'>();
  const remove = useDelete();
  const stop = () => setDoing(undefined);
  const steps = openSteps(item);
  const mayDelete = managesAt(me, item);
  const bringBack = useBringBack();
  const person = recipientOf(item);
  if (!worksAt(me, item)) return null;
  return (
    <>
      {isOpen(item) && (
        <Button
          size="compact-md"
          leftSection={<HandOverIcon size={16} />}
          onClick={() => setDoing('deliver')}
        >
          {m.mail_deliver()}
        </Button>
      )}
      {(steps.length > 0 || mayDelete || person) && (
        <Menu>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={m.mail_more_actions()}>
              <MoreIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {steps.map((step) => {
              const { icon: Icon } = states[queueOfStep[step]];
              return (
                <Menu.Item key={step} leftSection={<Icon size={16} />} onClick={() => setDoing(step)}>
                  {stepLabels[step]()}
                </Menu.Item>
              );
            })}
            {canComeBack([item]) && (
              <Menu.Item
                leftSection={<InboxIcon size={16} />}
                onClick={() =>
                  bringBack.mutate([item], {
                    onSuccess: () => notify({ message: m.mail_back_done({ count: 1 }), tone: 'success' }),
                    onError: ({ message }) => notify({ message, tone: 'danger' }),
                  })
                }
              >
                {m.mail_back()}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<PrintIcon size={16} />}
              onClick={() => void navigate({ to: '/mail/labels', search: { ids: String(item.id) } })}
            >
              {m.mail_label_print()}
            </Menu.Item>
            {person && (
              <Menu.Item
                leftSection={<WarningIcon size={16} />}
                onClick={() => void navigate({ to: '/mail/alerts', search: { write: person.id } })}
              >
                {m.alerts_add_on_recipient()}
              </Menu.Item>
            )}
            {mayDelete && (
              <Menu.Item color="red" leftSection={<TrashIcon size={16} />} onClick={() => setDoing('delete')}>
                {m.mail_delete()}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {doing === 'deliver' && <DeliveryDialog items={[item]} onClose={stop} />}
      {doing && doing !== 'deliver' && doing !== 'delete' && (
        <StepDialog items={[item]} step={doing} onClose={stop} />
      )}
      <Confirm
        opened={doing === 'delete'}
        danger
        title={m.mail_delete_question({ number: numberOf(item) })}
        confirmLabel={m.mail_delete()}
        busy={remove.isPending}
        problem={remove.error?.message}
        onClose={stop}
        onConfirm={() =>
          remove.mutate(item.id, {
            onSuccess: () => {
              notify({ message: m.mail_deleted({ number: numberOf(item) }), tone: 'success' });
              void navigate({ to: '/mail', search: ({ item: _item, ...search }) => search });
            },
          })
        }
      >
        {m.mail_delete_text()}
      </Confirm>
    </>
  );
}
