import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { User } from '#contract/users.ts';
import { useMe } from '#src/directory/me.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { AccessSection } from './access-section.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { Head, PersonCard } from './person-card.tsx';
import classes from './person-page.module.css';
import { PersonState } from './person-state.tsx';
import { PhotographButton } from './photograph-button.tsx';
import { personOptions } from './queries.ts';
import { RolesMatrix } from './roles-matrix.tsx';
import { useLivePeople } from './use-live-people.ts';

type Props = { id: number; onGone: () => void };

/** Somebody's page: the card, their roles, and for administrators all that can be done about them. */
export function PersonPage({ id, onGone }: Props) {
  useLivePeople();
  const { data, error, refetch } = useQuery(personOptions(id));
  return (
    <Page title={data?.name ?? m.people_person()} actions={data && <Actions person={data} onGone={onGone} />}>
      <div className={classes.tabs}>
        <PeopleTabs current="list" />
      </div>
      <div className={classes.page}>
        {data ? <Body person={data} /> : <PersonState error={error} retry={() => void refetch()} />}
      </div>
    </Page>
  );
}

function Actions({ person, onGone }: { person: User; onGone: () => void }) {
  const me = useMe();
  const [leaving, setLeaving] = useState(false);
  const own = me.id === person.id;
  return (
    <>
      {own && (
        <LinkButton to="/profile" variant="default" size="compact-md" fz={13}>
          {m.people_edit_own()}
        </LinkButton>
      )}
      {me.siteAdmin && (
        <LinkButton
          to="/people/$userId/edit"
          params={{ userId: person.id }}
          size="compact-md"
          fz={13}
          leftSection={<PencilIcon size={15} />}
        >
          {m.people_edit()}
        </LinkButton>
      )}
      {me.siteAdmin && !own && (
        <Button
          variant="default"
          size="compact-md"
          fz={13}
          fw={500}
          leftSection={<TrashIcon size={15} />}
          onClick={() => setLeaving(true)}
        >
          {m.people_deactivate()}
        </Button>
      )}
      {leaving && (
        <DeactivateDialog
          person={person}
          onClose={(gone) => {
            setLeaving(false);
            if (gone) onGone();
          }}
        />
      )}
    </>
  );
}

function Body({ person }: { person: User }) {
  const me = useMe();
  return (
    <>
      <Head
        person={person}
        end={(me.siteAdmin || me.id === person.id) && <PhotographButton id={person.id} />}
      />
      <div className={classes.columns}>
        <PersonCard person={person} bare />
        <div className={classes.side}>
          <section aria-labelledby="roles">
            <h2 id="roles" className={classes.title}>
              {m.people_roles()}
            </h2>
            {me.siteAdmin && <p className={classes.text}>{m.people_roles_text()}</p>}
            <RolesMatrix person={person} editable={me.siteAdmin} />
          </section>
          {me.siteAdmin && <AccessSection person={person} />}
        </div>
      </div>
    </>
  );
}
