import * as m from '#messages';
import type { DeactivatedPerson } from '#contract/people.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { useRestorePerson } from './mutations.ts';

type Props = { person: DeactivatedPerson; onClose: () => void; onBack: (id: number) => void };

/** Says what comes back with somebody, and what does not. */
export function RestoreDialog({ person: { id, name }, onClose, onBack }: Props) {
  const restore = useRestorePerson();
  return (
    <Confirm
      opened
      title={m.people_restore_title({ name })}
      confirmLabel={m.people_restore()}
      busy={restore.isPending}
      problem={restore.error?.message}
      onClose={onClose}
      onConfirm={() =>
        restore.mutate(id, {
          onSuccess: () => {
            notify({ message: m.people_back({ name }) });
            onBack(id);
          },
        })
      }
    >
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        <li>{m.people_restore_same()}</li>
        <li>{m.people_restore_password()}</li>
        <li>{m.people_restore_parcels()}</li>
      </ul>
    </Confirm>
  );
}
