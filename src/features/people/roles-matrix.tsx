import { Alert, Button, Checkbox, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import type { Permission, User } from '#contract/users.ts';
import { CheckIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { heldNow, useSetRoles } from './mutations.ts';
import classes from './person-page.module.css';
import { centersOptions, rolesOptions } from './queries.ts';
import { holds, roleLabels, toggled } from './roles.ts';
import { roleNames } from './search.ts';

type Props = { person: Pick<User, 'id' | 'name'>; editable: boolean };

/** Centers by roles: what somebody holds, and for administrators a tick to give or take it. */
export function RolesMatrix({ person, editable }: Props) {
  const client = useQueryClient();
  const held = useQuery(rolesOptions(person.id));
  const centers = useQuery(centersOptions);
  const set = useSetRoles();
  const failed = held.error ?? centers.error;
  if (failed)
    return (
      <Alert color="red" role="alert" title={m.people_roles_failed()}>
        {failed.message}{' '}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void Promise.all([held.refetch(), centers.refetch()])}
        >
          {m.shell_try_again()}
        </Button>
      </Alert>
    );
  if (!held.data || !centers.data) return <Skeleton height={160} />;
  const mine = held.data;
  const shown = editable
    ? centers.data
    : centers.data.filter(({ id }) => mine.some(({ center }) => center.id === id));
  if (shown.length === 0) return <p className={classes.text}>{m.people_roles_none()}</p>;

  const change = async (one: Permission) => {
    try {
      const before = await heldNow(client, person.id);
      const after = toggled(before, one);
      await set.mutateAsync({ id: person.id, held: after });
      const words = { name: person.name, role: roleLabels[one.role](), center: one.center.name };
      notify({
        message: after.length > before.length ? m.people_roles_saved(words) : m.people_roles_taken(words),
        undo: () => set.mutate({ id: person.id, held: before }, { onError: said }),
      });
    } catch (error) {
      said(error as Error);
    }
  };
  return (
    <div className={classes.matrix}>
      <table>
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
          {shown.map((center) => (
            <tr key={center.id}>
              <th scope="row">{center.name}</th>
              {roleNames.map((role) => {
                const label = m.people_role_toggle({ role: roleLabels[role](), center: center.name });
                const has = holds(mine, center.id, role);
                return (
                  <td key={role}>
                    <span className={classes.cell}>
                      {editable ? (
                        <Checkbox
                          aria-label={label}
                          checked={has}
                          disabled={set.isPending}
                          onChange={() => void change({ role, center })}
                        />
                      ) : (
                        has && (
                          <span className={classes.held} role="img" aria-label={label}>
                            <CheckIcon size={16} />
                          </span>
                        )
                      )}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const said = ({ message }: Error) => notify({ message, tone: 'danger' });
