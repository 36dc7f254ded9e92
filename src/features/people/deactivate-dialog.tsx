import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { User } from '#contract/users.ts';
import { countsOptions } from '#src/directory/mail-queries.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { useRemovePerson, useRestorePerson } from './mutations.ts';
import { reportsOptions, rolesOptions } from './queries.ts';

type Props = { person: Pick<User, 'id' | 'name'>; onClose: (gone: boolean) => void };

/** Says what will happen before somebody is taken out of the directory. */
export function DeactivateDialog({ person: { id, name }, onClose }: Props) {
  const remove = useRemovePerson();
  const restore = useRestorePerson();
  const counts = useQuery(countsOptions({ toUserId: id }));
  const reports = useQuery(reportsOptions(id));
  const roles = useQuery(rolesOptions(id));
  const waiting = counts.isPending || reports.isPending || roles.isPending;
  const parcels = Object.entries(counts.data?.counts ?? {}).reduce(
    (sum, [queue, count]) => (queue === 'OUT' ? sum : sum + count),
    0,
  );
  const held = roles.data?.length ?? 0;
  const below = reports.data?.length ?? 0;
  const problem = remove.error ?? counts.error ?? reports.error ?? roles.error;
  return (
    <Confirm
      opened
      danger
      title={m.people_deactivate_title({ name })}
      confirmLabel={m.people_deactivate_do()}
      busy={remove.isPending || waiting}
      problem={problem?.message}
      onClose={() => onClose(false)}
      onConfirm={() =>
        remove.mutate(id, {
          onSuccess: () => {
            const undo = () =>
              restore.mutateAsync(id).then(
                () => notify({ message: m.people_back({ name }) }),
                ({ message }: Error) => notify({ message, tone: 'danger' }),
              );
            notify({ message: m.people_deactivated({ name }), undo: () => void undo() });
            onClose(true);
          },
        })
      }
    >
      {waiting ? (
        m.people_deactivate_wait()
      ) : (
        <>
          <ul style={{ margin: '0 0 8px', paddingInlineStart: 18 }}>
            <li>{m.people_deactivate_access()}</li>
            {held > 0 && <li>{m.people_deactivate_roles({ count: held })}</li>}
            {below > 0 && <li>{m.people_deactivate_reports({ count: below })}</li>}
            {parcels > 0 && <li>{m.people_deactivate_parcels({ count: parcels })}</li>}
          </ul>
          {m.people_deactivate_keep()}
        </>
      )}
    </Confirm>
  );
}
