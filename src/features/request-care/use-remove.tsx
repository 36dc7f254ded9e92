import { type ReactNode, useState } from 'react';
import * as m from '#messages';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { type EntryKind, removeEntry } from './api.ts';
import { useCatalogueWrite } from './queries.ts';

type Gone = { kind: EntryKind | 'types'; id: number; name: string };

/** Asks, and takes an entry out of the catalogue for good; a refusal stands in the question. */
export function useRemove(onRemoved?: () => void): { ask: (gone: Gone) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<Gone>();
  const { mutate, isPending, error, reset } = useCatalogueWrite(({ kind, id }: Gone) =>
    removeEntry(kind, id),
  );
  const close = () => {
    setAsked(undefined);
    reset();
  };
  const dialog = (
    <Confirm
      opened={asked !== undefined}
      title={m.care_remove_title({ name: asked?.name ?? '' })}
      confirmLabel={m.care_remove()}
      danger
      busy={isPending}
      problem={error?.message}
      onClose={close}
      onConfirm={() =>
        asked &&
        mutate(asked, {
          onSuccess: () => {
            notify({ message: m.care_removed({ name: asked.name }) });
            close();
            onRemoved?.();
          },
        })
      }
    >
      {m.care_remove_text()}
    </Confirm>
  );
  return { ask: setAsked, dialog };
}
