import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { AssetPicker } from '#src/directory/asset-picker.tsx';
import { useMe } from '#src/directory/me.ts';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { type Person, PersonField } from '#src/directory/person-field.tsx';
import { signal } from '#src/lib/feedback.ts';
import { ApiError } from '#src/lib/http.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { lendAsset, scanForLending } from './api.ts';
import { DueField } from './due-field.tsx';
import { dueIn, momentMs } from './moments.ts';
import { useLendingWrite } from './queries.ts';

type Props = { asset?: number | undefined; onClose: (made?: AssetLoan) => void };

/** Hands an asset over now. A scan fills in the asset, or by a badge the person. */
export function LendDialog({ asset: given, onClose }: Props) {
  const zone = useMe().timeZone;
  const client = useQueryClient();
  const [asset, setAsset] = useState(given === undefined ? '' : String(given));
  const [person, setPerson] = useState<Person>();
  const [due, setDue] = useState(() => dueIn(7, zone));
  const [notes, setNotes] = useState('');
  const [tried, setTried] = useState(false);
  const [unknown, setUnknown] = useState<string>();
  const { keyFor, settle } = useIntentionKey();
  const lend = useLendingWrite(({ body, key }: { body: Parameters<typeof lendAsset>[0]; key: string }) =>
    lendAsset(body, key),
  );
  const dueDate = momentMs(due, zone);

  async function scanned(code: string) {
    setUnknown(undefined);
    const found = await scanForLending(code).catch(() => undefined);
    if (found) {
      signal('success');
      return setAsset(String(found.asset.id));
    }
    const people = await client.fetchQuery(colleaguesOptions(code.slice(0, 100))).catch(() => []);
    signal(people.length === 1 ? 'success' : 'exception');
    if (people.length === 1) setPerson({ id: people[0]!.id, name: people[0]!.name });
    else setUnknown(m.lending_scan_unknown({ code }));
  }
  useScans((code) => void scanned(code));

  const { error } = lend;
  const field = error instanceof ApiError ? error.field : undefined;
  const problemAt = (name: string) => (field === name ? error?.message : undefined);
  return (
    <FormDialog
      title={m.lending_lend()}
      submitLabel={m.lending_lend()}
      busy={lend.isPending}
      problem={unknown ?? (['asset', 'user', 'dueDate'].includes(field ?? '') ? undefined : error?.message)}
      onClose={() => onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!asset || !person || dueDate === undefined) return;
        const words = notes.trim();
        const body = {
          asset: { id: Number(asset) },
          user: { id: person.id },
          dueDate,
          ...(words && { notes: words }),
        };
        lend.mutate(
          { body, key: keyFor(body) },
          {
            onSuccess: (loan) => {
              settle();
              onClose(loan);
            },
          },
        );
      }}
    >
      <AssetPicker
        autoFocus={given === undefined}
        label={m.assets_asset()}
        value={asset}
        onChange={(value) => {
          lend.reset();
          setAsset(value);
        }}
        error={problemAt('asset') ?? (tried && !asset ? m.lending_asset_missing() : undefined)}
      />
      <PersonField
        label={m.lending_to()}
        value={person}
        onChange={setPerson}
        autoFocus={given !== undefined}
        error={problemAt('user') ?? (tried && !person ? m.lending_person_missing() : undefined)}
      />
      <DueField
        zone={zone}
        value={due}
        onChange={(value) => {
          lend.reset();
          setDue(value);
        }}
        error={problemAt('dueDate') ?? (tried && dueDate === undefined ? m.lending_due_missing() : undefined)}
      />
      <Textarea
        label={m.lending_note()}
        dir="auto"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={4000}
        value={notes}
        onChange={({ currentTarget }) => setNotes(currentTarget.value)}
      />
    </FormDialog>
  );
}
