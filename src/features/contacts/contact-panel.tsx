import { Anchor, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Contact } from '#contract/contacts.ts';
import { otherAttributes } from '#src/lib/other-attributes.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { nameOf } from './contact-columns.tsx';
import classes from './contacts.module.css';
import { contactOptions } from './queries.ts';

type Props = {
  id: number;
  editable: boolean;
  onEdit: (contact: Contact) => void;
  onDelete: (contact: Contact) => void;
  onClose: () => void;
};
const known = ['name', 'firstName', 'lastName', 'email', 'phone', 'company'];

/** A contact with all that is kept of them. */
export function ContactPanel({ id, editable, onEdit, onDelete, onClose }: Props) {
  const { data, error } = useQuery(contactOptions(id));
  return (
    <Panel label={m.contacts_details()} title={data && <bdi>{nameOf(data)}</bdi>} onClose={onClose}>
      {!data ? (
        error ? (
          <p role="alert">{error.message}</p>
        ) : (
          <Skeleton height={80} />
        )
      ) : (
        <>
          {editable && (
            <div className={classes.actions}>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<PencilIcon size={15} />}
                onClick={() => onEdit(data)}
              >
                {m.contacts_change()}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<TrashIcon size={15} />}
                onClick={() => onDelete(data)}
              >
                {m.contacts_delete()}
              </Button>
            </div>
          )}
          <Facts
            facts={[
              { label: m.contacts_company(), value: data.company },
              {
                label: m.contacts_email(),
                value: data.email && (
                  <Anchor size="sm" href={`mailto:${encodeURIComponent(data.email)}`}>
                    {data.email}
                  </Anchor>
                ),
              },
              {
                label: m.contacts_phone(),
                value: data.phone && (
                  <Anchor size="sm" href={`tel:${data.phone.replace(/[^+\d]/g, '')}`}>
                    {data.phone}
                  </Anchor>
                ),
              },
              ...otherAttributes(data, known),
            ]}
          />
        </>
      )}
    </Panel>
  );
}
