import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { allBuildingsOptions } from '#src/directory/booking-places.ts';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { useStore } from '#src/lib/store.ts';
import { instantOf } from '#src/lib/zone-clock.ts';
import { Callout } from '#src/ui/callout.tsx';
import type { Draft } from './draft.ts';

type Props = {
  draft: Draft;
  /** The clocks by which the date is meant. */
  zone: string;
  buildingId: number | undefined;
  /** Said at the fields once somebody wanted to go on without them. */
  asked: boolean;
  onChange: (draft: Draft) => void;
};

/** Why, when, and in which building. */
export function StepWhy({ draft, zone, buildingId, asked, onChange }: Props) {
  const { data: buildings = [] } = useQuery(allBuildingsOptions);
  const now = useStore(minute);
  const own = useMe().organisation.timeZone;
  const past = draft.date !== '' && instantOf(draft.date, zone) < now;
  return (
    <Stack gap="md" maw={560}>
      <Textarea
        label={m.moves_why()}
        placeholder={m.moves_why_hint()}
        value={draft.description}
        dir="auto"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        aria-required
        error={asked && draft.description.trim() === '' ? m.moves_need_why() : undefined}
        onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
      />
      {buildings.length > 1 && (
        <Select
          label={m.moves_building()}
          description={m.moves_building_hint()}
          searchable
          allowDeselect={false}
          limit={50}
          nothingFoundMessage={m.moves_building_none()}
          data={buildings.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={buildingId === undefined ? null : String(buildingId)}
          onChange={(value) => value !== null && onChange({ ...draft, buildingId: Number(value) })}
        />
      )}
      <TextInput
        type="datetime-local"
        label={m.moves_when()}
        description={zone === own ? m.moves_when_hint() : m.moves_when_zone({ zone })}
        value={draft.date}
        aria-required
        error={asked && draft.date === '' ? m.moves_need_when() : undefined}
        onChange={(event) => onChange({ ...draft, date: event.currentTarget.value })}
      />
      {past && (
        <Callout tone="warning" urgent title={m.moves_past_title()}>
          {m.moves_past_text()}
        </Callout>
      )}
    </Stack>
  );
}
