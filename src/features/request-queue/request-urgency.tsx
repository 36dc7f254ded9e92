import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { editRequest } from '#src/directory/request-api.ts';
import { catalogueOptions, useRequestWrite } from '#src/directory/request-queries.ts';
import { notify } from '#src/ui/notify.ts';
import classes from './request-queue.module.css';

/** Another priority, and with it another promise; told when somebody has changed the request meanwhile. */
export function RequestUrgency({ request }: { request: ServiceRequest }) {
  const { id, priority, dateUpdated } = request;
  const priorities = useQuery(catalogueOptions).data?.priorities ?? [];
  const write = useRequestWrite((edit: { to: number; version: number }) =>
    editRequest(id, { priority: { id: edit.to } }, edit.version),
  );
  const known = priorities.some((one) => one.id === priority.id);
  const change = (to: number) =>
    write.mutate(
      { to, version: dateUpdated },
      {
        onSuccess: (now) =>
          notify({
            message: m.queue_did_priority({ name: now.priority.name }),
            tone: 'success',
            undo: () => write.mutate({ to: priority.id, version: now.dateUpdated }),
          }),
      },
    );
  return (
    <div>
      <NativeSelect
        size="xs"
        className={classes.urgency}
        label={m.request_priority()}
        value={String(priority.id)}
        disabled={write.isPending}
        data={[
          // One that went out of use stays where it is.
          ...(known ? [] : [{ value: String(priority.id), label: priority.name }]),
          ...priorities.map((one) => ({ value: String(one.id), label: one.name })),
        ]}
        onChange={(event) => change(Number(event.currentTarget.value))}
      />
      {write.error && (
        <p className={classes.wrong} role="alert">
          {write.error.message}
        </p>
      )}
    </div>
  );
}
