import { Button, CloseButton, Modal, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages';
import type { Center, Permission } from '#contract/users.ts';
import { useMe } from '#src/directory/me.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { PlusIcon } from '#src/ui/people-icons.tsx';
import { heldNow, useSetRoles } from './mutations.ts';
import { PeopleTabs } from './people-tabs.tsx';
import { centerRolesOptions, centersOptions } from './queries.ts';
import classes from './roles.module.css';
import { holds, roleLabels, toggled } from './roles.ts';
import { roleNames } from './search.ts';
import { useLivePeople } from './use-live-people.ts';

type Holder = { id: number; name: string };

/** Centers by roles, with the people who hold them. */
export function RolesPage() {
  const { siteAdmin } = useMe();
  useLivePeople();
  const client = useQueryClient();
  const centers = useQuery(centersOptions);
  const held = useQuery(centerRolesOptions);
  const set = useSetRoles();
  const [adding, setAdding] = useState<Permission>();
  const failed = held.error ?? centers.error;
  const said = ({ message }: Error) => notify({ message, tone: 'danger' });

  /** Gives the role or takes it, on what the person holds at this moment. */
  const change = async (person: Holder, one: Permission, give: boolean) => {
    try {
      const before = await heldNow(client, person.id);
      if (holds(before, one.center.id, one.role) === give) return void held.refetch();
      await set.mutateAsync({ id: person.id, held: toggled(before, one) });
      const words = { name: person.name, role: roleLabels[one.role](), center: one.center.name };
      notify({
        message: give ? m.people_roles_saved(words) : m.people_roles_taken(words),
        undo: () => set.mutate({ id: person.id, held: before }, { onError: said }),
      });
    } catch (error) {
      said(error as Error);
    }
  };

  const cell = (center: Center, role: Permission['role']) => {
    const found = held.data?.find((one) => one.center.id === center.id && one.role === role);
    const words = { role: roleLabels[role](), center: center.name };
    return (
      <td key={role} data-role={roleLabels[role]()}>
        <ul className={classes.holders}>
          {found?.people.map((person) => (
            <li key={person.id} className={classes.holder}>
              <Link to="/people/$userId" params={{ userId: person.id }} className={classes.name}>
                <Avatar name={person.name} color={person.color} size={20} />
                <bdi>{person.name}</bdi>
              </Link>
              {siteAdmin && (
                <CloseButton
                  size="xs"
                  aria-label={m.people_roles_remove({ ...words, name: person.name })}
                  disabled={set.isPending}
                  onClick={() => void change(person, { role, center }, false)}
                />
              )}
            </li>
          ))}
          <li className={classes.foot}>
            {found && found.count > found.people.length && (
              <Link to="/people" search={{ center: center.id, role }}>
                {m.people_roles_all({ ...words, count: formatNumber(found.count) })}
              </Link>
            )}
            {!found && <span className={classes.nobody}>{m.people_nobody()}</span>}
            {siteAdmin && (
              <button
                type="button"
                className={classes.add}
                aria-label={m.people_roles_add(words)}
                title={m.people_roles_add(words)}
                onClick={() => setAdding({ role, center })}
              >
                <PlusIcon size={14} />
              </button>
            )}
          </li>
        </ul>
      </td>
    );
  };

  return (
    <Page title={m.people_roles()} description={m.people_roles_page_text()}>
      <div className={classes.tabs}>
        <PeopleTabs current="roles" />
      </div>
      {failed ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.people_roles_failed()}
          action={
            <Button onClick={() => void Promise.all([held.refetch(), centers.refetch()])}>
              {m.shell_try_again()}
            </Button>
          }
        >
          {failed.message}
        </EmptyState>
      ) : !held.data || !centers.data ? (
        <Skeleton height={320} role="status" aria-label={m.shell_loading()} />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{m.people_center()}</th>
                {roleNames.map((role) => (
                  <th key={role} scope="col">
                    {roleLabels[role]()}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {centers.data.map((center) => (
                <tr key={center.id}>
                  <th scope="row">{center.name}</th>
                  {roleNames.map((role) => cell(center, role))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && (
        <Modal
          opened
          onClose={() => setAdding(undefined)}
          title={m.people_roles_who({ role: roleLabels[adding.role](), center: adding.center.name })}
          closeButtonProps={{ 'aria-label': m.ui_close() }}
        >
          <PersonPicker
            autoFocus
            label={m.people_person()}
            placeholder={m.people_find_hint()}
            find={colleaguesOptions}
            onPick={(person) => {
              setAdding(undefined);
              void change(person, adding, true);
            }}
            onCancel={(how) => how === 'escape' && setAdding(undefined)}
          />
        </Modal>
      )}
    </Page>
  );
}
