import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Agreement } from '#contract/agreements.ts';
import { otherAttributes } from '#src/lib/other-attributes.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { nameOf, typeOf } from './agreement-columns.tsx';
import classes from './agreements.module.css';
import { agreementOptions } from './queries.ts';

type Props = {
  id: number;
  editable: boolean;
  onEdit: (agreement: Agreement) => void;
  onDelete: (agreement: Agreement) => void;
  onClose: () => void;
};
const known = ['name', 'type', 'code'];

/** An agreement with all that is kept of it. */
export function AgreementPanel({ id, editable, onEdit, onDelete, onClose }: Props) {
  const { data, error } = useQuery(agreementOptions(id));
  return (
    <Panel label={m.agreements_details()} title={data && <bdi>{nameOf(data)}</bdi>} onClose={onClose}>
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
                {m.agreements_change()}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<TrashIcon size={15} />}
                onClick={() => onDelete(data)}
              >
                {m.agreements_delete()}
              </Button>
            </div>
          )}
          <Facts
            facts={[
              { label: m.agreements_type(), value: typeOf(data) },
              { label: m.agreements_code(), value: data.code },
              ...otherAttributes(data, known),
            ]}
          />
        </>
      )}
    </Panel>
  );
}
