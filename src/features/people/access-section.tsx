import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { User } from '#contract/users.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { notify } from '#src/ui/notify.ts';
import { MailIcon } from '#src/ui/people-icons.tsx';
import { useInvite } from './mutations.ts';
import classes from './person-page.module.css';
import { invitationOptions } from './queries.ts';

/** Whether somebody can sign in, and the letter that lets them. */
export function AccessSection({ person: { id, email } }: { person: User }) {
  const { data, error } = useQuery(invitationOptions(id));
  const invite = useInvite();
  const send = () =>
    invite.mutate(id, { onSuccess: () => notify({ message: m.people_invite_sent({ email }) }) });
  const problem = invite.error ?? error;
  return (
    <section aria-labelledby="access">
      <h2 id="access" className={classes.title}>
        {m.people_access()}
      </h2>
      {data && (
        <p className={classes.text} role="status">
          {data.passwordSet
            ? m.people_access_has()
            : data.invitedAt && data.validUntil
              ? m.people_access_invited({
                  when: formatDateTime(data.invitedAt),
                  until: formatDateTime(data.validUntil),
                })
              : m.people_access_none()}
        </p>
      )}
      {problem && (
        <Alert color="red" role="alert" mb="xs">
          {problem.message}
        </Alert>
      )}
      {data && !data.passwordSet && (
        <Button
          variant="default"
          size="compact-md"
          fz={13}
          fw={500}
          leftSection={<MailIcon size={15} />}
          loading={invite.isPending}
          onClick={send}
        >
          {data.invitedAt ? m.people_invite_again() : m.people_invite()}
        </Button>
      )}
    </section>
  );
}
