import { Alert, Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import { cancelRequest, decideRequest } from '#src/directory/request-api.ts';
import { useRequestWrite } from '#src/directory/request-queries.ts';
import { managesAt, worksAt } from '#src/directory/rights.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { EditRequest } from './edit-request.tsx';

type Props = { request: ServiceRequest; onCancelled: () => void };
type Doing = 'edit' | 'cancel' | 'decline';

/** What the reader may do with a request: change and cancel their own while it is new; approve, where they manage. */
export function RequestActions({ request, onCancelled }: Props) {
  const me = useMe();
  const [doing, setDoing] = useState<Doing>();
  const [note, setNote] = useState('');
  const cancel = useRequestWrite(cancelRequest);
  const decide = useRequestWrite((verdict: 'approve' | 'decline') =>
    decideRequest(request.id, verdict, verdict === 'decline' ? note.trim() : ''),
  );
  const own = request.requester.id === me.id;
  const fresh = request.state === 'new';
  const changes = fresh && (own || worksAt(me, request));
  const decides = fresh && request.approval === 'awaiting' && managesAt(me, request);
  if (!changes && !decides) return null;
  const close = () => setDoing(undefined);
  // Read again, the request is gone, and this with it: what is told to the mutation itself would not be heard.
  const drop = () =>
    cancel.mutateAsync(request.id).then(
      () => {
        notify({ message: m.requests_cancelled() });
        onCancelled();
      },
      // The dialog says why.
      () => {},
    );
  return (
    <>
      {decide.error && doing !== 'decline' && (
        <Alert color="red" role="alert">
          {decide.error.message}
        </Alert>
      )}
      <Group gap="xs">
        {decides && (
          <>
            <Button
              size="compact-md"
              loading={decide.isPending}
              onClick={() =>
                decide.mutate('approve', { onSuccess: () => notify({ message: m.requests_approved() }) })
              }
            >
              {m.requests_approve()}
            </Button>
            <Button variant="default" size="compact-md" onClick={() => setDoing('decline')}>
              {m.requests_decline()}
            </Button>
          </>
        )}
        {changes && (
          <>
            <Button variant="default" size="compact-md" onClick={() => setDoing('edit')}>
              {m.requests_edit()}
            </Button>
            <Button variant="default" size="compact-md" onClick={() => setDoing('cancel')}>
              {m.requests_cancel()}
            </Button>
          </>
        )}
      </Group>
      {doing === 'edit' && <EditRequest request={request} onClose={close} />}
      <Confirm
        opened={doing === 'cancel'}
        title={m.requests_cancel_title()}
        confirmLabel={m.requests_cancel()}
        cancelLabel={m.requests_keep()}
        danger
        busy={cancel.isPending}
        problem={cancel.error?.message}
        onClose={close}
        onConfirm={() => void drop()}
      >
        {m.requests_cancel_text()}
      </Confirm>
      {doing === 'decline' && (
        <FormDialog
          title={m.requests_decline_title()}
          submitLabel={m.requests_decline()}
          busy={decide.isPending}
          problem={decide.error?.message}
          onClose={close}
          onSubmit={(event) => {
            event.preventDefault();
            decide.mutate('decline', {
              onSuccess: () => {
                notify({ message: m.requests_declined() });
                close();
              },
            });
          }}
        >
          <Textarea
            label={m.requests_decline_why()}
            value={note}
            dir="auto"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4000}
            data-autofocus
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  );
}
