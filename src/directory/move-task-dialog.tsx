import { Alert, Button, Checkbox, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveItemTask } from '#contract/moves-work.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { Choice } from '#src/ui/choice.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { uses } from './features.ts';
import { useMe } from './me.ts';
import { taskKindsOptions, useMoveWrite } from './move-queries.ts';
import { changeTask, makeTaskRequest } from './move-task-api.ts';
import { catalogueOptions } from './request-queries.ts';
import { typesOf } from './request-types.ts';

type Props = {
  line: MoveItemTask;
  works: boolean;
  /** Says which move it belongs to, where that is not plain. */
  named?: boolean;
  onClose: () => void;
};

/** One task of one person: what is wanted, whether it is done, a note, and the service request that does it. */
export function MoveTaskDialog({ line, works, named, onClose }: Props) {
  const me = useMe();
  const [done, setDone] = useState(line.done);
  const [note, setNote] = useState(line.note);
  const { keyFor, settle } = useIntentionKey();
  const save = useMoveWrite(() =>
    changeTask(line.item.id, line.task.id, { done, note: note.trim() || null }),
  );
  const [typeId, setTypeId] = useState<number>();
  const make = useMoveWrite(() =>
    makeTaskRequest(line.item.id, line.task.id, typeId, keyFor([line.item.id, line.task.id, typeId])),
  );
  const offers = works && uses(me, 'service') && !line.serviceRequest;
  const kinds = useQuery({ ...taskKindsOptions, enabled: offers });
  // The settings may say what the task asks for; else it is chosen here.
  const set = kinds.data?.find(({ id }) => id === line.task.id)?.serviceType !== undefined;
  const catalogue = useQuery({ ...catalogueOptions, enabled: offers && kinds.data !== undefined && !set });
  const types = catalogue.data ? typesOf(catalogue.data).map(({ type }) => type) : [];
  const { serviceRequest } = line;
  return (
    <FormDialog
      title={m.moves_task_of({ task: line.task.name, name: line.item.name })}
      submitLabel={works ? m.moves_task_save() : m.ui_close()}
      busy={save.isPending}
      problem={save.error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (works) save.mutate(undefined, { onSuccess: onClose });
        else onClose();
      }}
    >
      <Facts
        facts={[
          {
            label: m.moves_request(),
            value: named && (
              <TextLink to="/moves/$requestId" params={{ requestId: line.request.id }}>
                {line.request.description}
              </TextLink>
            ),
          },
          { label: m.moves_from(), value: line.item.fromRoom?.name },
          { label: m.moves_to(), value: line.item.toRoom?.name },
          ...line.answers.map(({ name, value }) => ({ label: name, value })),
          {
            label: m.moves_task_done(),
            value:
              line.doneAt !== undefined &&
              m.moves_task_done_by({ name: line.doneBy?.name ?? '', when: formatDateTime(line.doneAt) }),
          },
        ]}
      />
      <Checkbox
        label={m.moves_task_is_done()}
        checked={done}
        disabled={!works}
        onChange={(event) => setDone(event.currentTarget.checked)}
      />
      <Textarea
        label={m.moves_task_note()}
        value={note}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        readOnly={!works}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {make.error && (
        <Alert color="red" role="alert">
          {make.error.message}
        </Alert>
      )}
      {uses(me, 'service') && (serviceRequest || works) && (
        <Group gap="xs" align="flex-end">
          {serviceRequest ? (
            <LinkButton
              to="/requests"
              search={{ open: serviceRequest.id }}
              variant="default"
              size="compact-md"
            >
              {m.moves_task_see({ id: String(serviceRequest.id) })}
            </LinkButton>
          ) : (
            <>
              {!set && (
                <Choice
                  label={m.moves_task_type()}
                  none={m.moves_task_choose()}
                  value={typeId}
                  options={types}
                  onChange={setTypeId}
                  error={catalogue.error?.message}
                />
              )}
              <Button
                variant="default"
                size="compact-md"
                loading={make.isPending}
                disabled={!set && typeId === undefined}
                onClick={() =>
                  make.mutate(undefined, {
                    onSuccess: () => {
                      settle();
                      notify({ message: m.moves_task_made(), tone: 'success' });
                    },
                  })
                }
              >
                {m.moves_task_make()}
              </Button>
            </>
          )}
        </Group>
      )}
    </FormDialog>
  );
}
