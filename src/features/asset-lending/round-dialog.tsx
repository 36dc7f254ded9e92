import { SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { AssetRound } from '#contract/asset-confirmations.ts';
import { useMe } from '#src/directory/me.ts';
import { RecordField, RecordsField } from '#src/directory/record-field.tsx';
import { formatDate } from '#src/lib/dates.ts';
import { ApiError } from '#src/lib/http.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import classes from './lending.module.css';
import { MomentField } from './moment-field.tsx';
import { dueIn, momentMs } from './moments.ts';
import { previewOptions, useLendingWrite } from './queries.ts';
import { type RoundScope, startRound } from './round-api.ts';

type Named = { id: number; name: string };
type Kind = 'everybody' | 'team' | 'people';

/** Asks people for what they hold: everybody, those below one person, or people chosen one by one. */
export function RoundDialog({ onClose }: { onClose: (round?: AssetRound) => void }) {
  const zone = useMe().timeZone;
  const [name, setName] = useState<string>(() => m.lending_round_name({ day: formatDate(Date.now()) }));
  const [due, setDue] = useState(() => dueIn(14, zone));
  const [kind, setKind] = useState<Kind>('everybody');
  const [lead, setLead] = useState<Named | null>(null);
  const [people, setPeople] = useState<Named[]>([]);
  const [tried, setTried] = useState(false);
  const { keyFor, settle } = useIntentionKey();
  const start = useLendingWrite(({ body, key }: { body: Parameters<typeof startRound>[0]; key: string }) =>
    startRound(body, key),
  );
  const scope: RoundScope | undefined =
    kind === 'everybody'
      ? { everybody: true }
      : kind === 'team'
        ? (lead ?? undefined) && { teamOf: { id: lead!.id } }
        : people.length > 0
          ? { people: people.map(({ id }) => ({ id })) }
          : undefined;
  const preview = useQuery(previewOptions(scope));
  const dueDate = momentMs(due, zone);
  const { error } = start;
  const field = error instanceof ApiError ? error.field : undefined;
  return (
    <FormDialog
      title={m.lending_round_start()}
      submitLabel={m.lending_round_ask()}
      size={520}
      busy={start.isPending}
      problem={field === 'name' || field === 'dueDate' ? undefined : error?.message}
      onClose={() => onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!name.trim() || dueDate === undefined || !scope) return;
        const body = { name: name.trim(), dueDate, ...scope };
        start.mutate(
          { body, key: keyFor(body) },
          {
            onSuccess: (round) => {
              settle();
              onClose(round);
            },
          },
        );
      }}
    >
      <TextInput
        label={m.lending_round_called()}
        value={name}
        dir="auto"
        maxLength={200}
        error={
          field === 'name' ? error?.message : tried && !name.trim() ? m.assets_name_missing() : undefined
        }
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <MomentField
        label={m.lending_round_due()}
        value={due}
        onChange={setDue}
        error={
          field === 'dueDate'
            ? error?.message
            : tried && dueDate === undefined
              ? m.lending_due_missing()
              : undefined
        }
      />
      <SegmentedControl
        fullWidth
        aria-label={m.lending_round_who()}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        data={[
          { value: 'everybody', label: m.lending_scope_everybody() },
          { value: 'team', label: m.lending_scope_team() },
          { value: 'people', label: m.lending_scope_people() },
        ]}
      />
      {kind === 'team' && (
        <RecordField
          label={m.lending_scope_team_of()}
          path="/users"
          value={lead}
          onChange={setLead}
          error={tried && !lead ? m.lending_person_missing() : undefined}
        />
      )}
      {kind === 'people' && (
        <RecordsField
          label={m.lending_scope_people_label()}
          path="/users"
          value={people}
          onChange={setPeople}
          error={tried && people.length === 0 ? m.lending_person_missing() : undefined}
        />
      )}
      <p className={preview.isError ? classes.problem : classes.dim} role="status">
        {preview.error?.message ??
          (preview.data &&
            m.lending_round_preview({ people: preview.data.people, assets: preview.data.assets }))}
      </p>
    </FormDialog>
  );
}
