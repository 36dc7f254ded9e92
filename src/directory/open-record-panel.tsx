import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { otherAttributes } from '#src/lib/other-attributes.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { Panel } from '#src/ui/panel.tsx';
import type { OpenRecord, OpenRecords } from './open-records.ts';
import classes from './open-records.module.css';

/** How the details of a record are shown. */
export type RecordView<T> = {
  details: string;
  change: string;
  drop: string;
  nameOf: (record: T) => string;
  factsOf: (record: T) => readonly { label: string; value: ReactNode }[];
  /** Attributes that `nameOf` and `factsOf` tell; any other is listed after them. */
  known: readonly string[];
};
type Props<T extends OpenRecord> = {
  records: OpenRecords<T>;
  view: RecordView<T>;
  id: number;
  editable: boolean;
  onEdit: (record: T) => void;
  onDelete: (record: T) => void;
  onClose: () => void;
};

/** A record with all that is kept of it. */
export function OpenRecordPanel<T extends OpenRecord>(props: Props<T>) {
  const { records, view, id, editable, onEdit, onDelete, onClose } = props;
  const { data, error } = useQuery(records.oneOptions(id));
  return (
    <Panel label={view.details} title={data && <bdi>{view.nameOf(data)}</bdi>} onClose={onClose}>
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
                {view.change}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<TrashIcon size={15} />}
                onClick={() => onDelete(data)}
              >
                {view.drop}
              </Button>
            </div>
          )}
          <Facts facts={[...view.factsOf(data), ...otherAttributes(data, view.known)]} />
        </>
      )}
    </Panel>
  );
}
