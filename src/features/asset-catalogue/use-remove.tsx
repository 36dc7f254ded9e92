import { type ReactNode, useState } from 'react';
import * as m from '#messages';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { type Kind, removeEntry } from './api.ts';
import { useCatalogueWrite } from './queries.ts';

type Gone = { kind: Kind; id: number; name: string };

/** Asks, and takes a type or a model out of use; a refusal stands in the question. */
export function useRemove(): { ask: (gone: Gone) => void; dialog: ReactNode } {
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
      title={m.assets_entry_remove({ name: asked?.name ?? '' })}
      confirmLabel={m.assets_remove()}
      danger
      busy={isPending}
      problem={error?.message}
      onClose={close}
      onConfirm={() =>
        asked &&
        mutate(asked, {
          onSuccess: () => {
            notify({ message: m.assets_removed_one({ name: asked.name }) });
            close();
          },
        })
      }
    >
      {m.assets_entry_remove_text()}
    </Confirm>
  );
  return { ask: setAsked, dialog };
}
