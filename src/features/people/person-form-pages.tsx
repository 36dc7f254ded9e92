import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { valuesOf } from './form-values.ts';
import { useCreatePerson, useInvite, useSavePerson } from './mutations.ts';
import { PersonForm } from './person-form.tsx';
import { PersonState } from './person-state.tsx';
import { personOptions } from './queries.ts';

const EMPTY = valuesOf();

/** Administrators keep the directory; others are told so when they come by a link. */
function Closed() {
  return (
    <EmptyState level={1} icon={<PeopleIcon size={22} />} title={m.people_admins_only()}>
      {m.people_admins_only_text()}
    </EmptyState>
  );
}

/** Adds somebody, and invites them at once when that is wished. */
export function NewPersonPage({ onDone }: { onDone: (id: number) => void }) {
  const { siteAdmin } = useMe();
  const create = useCreatePerson();
  const invite = useInvite();
  const keys = useIntentionKey();
  const [inviting, setInviting] = useState(true);
  if (!siteAdmin) return <Closed />;
  return (
    <Page title={m.people_new()} layout="narrow">
      <PersonForm
        isNew
        before={EMPTY}
        saveLabel={m.people_create()}
        end={
          <Checkbox
            label={m.people_create_invite()}
            checked={inviting}
            onChange={(event) => setInviting(event.currentTarget.checked)}
          />
        }
        onSave={async (body) => {
          const person = await create.mutateAsync({ body, key: keys.keyFor(body) });
          keys.settle();
          notify({ message: m.people_created({ name: person.name }) });
          if (inviting)
            invite.mutate(person.id, {
              onSuccess: () => notify({ message: m.people_invite_sent({ email: person.email }) }),
              onError: ({ message }) => notify({ message, tone: 'danger' }),
            });
          return () => onDone(person.id);
        }}
      />
    </Page>
  );
}

/** Changes what is kept about somebody. */
export function EditPersonPage({ id, onDone }: { id: number; onDone: () => void }) {
  const { siteAdmin } = useMe();
  const { data, error, refetch } = useQuery(personOptions(id));
  const save = useSavePerson();
  if (!siteAdmin) return <Closed />;
  return (
    <Page title={data ? m.people_edit_title({ name: data.name }) : m.people_person()} layout="narrow">
      {data ? (
        <PersonForm
          before={valuesOf(data)}
          saveLabel={m.people_save()}
          onSave={async (body) => {
            if (Object.keys(body).length > 0) await save.mutateAsync({ id, body });
            notify({ message: m.people_saved({ name: data.name }) });
            return onDone;
          }}
        />
      ) : (
        <PersonState error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}
