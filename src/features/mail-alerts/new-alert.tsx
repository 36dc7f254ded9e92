import { useQuery } from '@tanstack/react-query';
import { personNameOptions } from '#src/directory/people.ts';
import { AlertDialog } from './alert-dialog.tsx';

/** A new note on the person of this id. Somebody who cannot be found is left to be chosen. */
export function NewAlertOn({ person, onClose }: { person: number; onClose: (saved?: boolean) => void }) {
  const { data, isPending } = useQuery(personNameOptions(person));
  if (isPending) return null;
  return <AlertDialog person={data} onClose={onClose} />;
}
