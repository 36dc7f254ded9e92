import { SegmentedControl } from '@mantine/core';
import * as m from '#messages';
import classes from './asset.module.css';
import { RecordField } from './record-field.tsx';

type Named = { id: number; name: string };
/** Where an asset is: in a space, with a person, or nobody knows. Never two of them. */
export type AssetWhere =
  | { kind: 'room'; room: Named | null }
  | { kind: 'owner'; owner: Named | null }
  | { kind: 'nowhere' };

/** As it is written; what is chosen and not named yet is undefined. */
export function placeBody(where: AssetWhere) {
  if (where.kind === 'nowhere') return { room: null, owner: null };
  const named = where.kind === 'room' ? where.room : where.owner;
  return named ? { [where.kind]: { id: named.id } } : undefined;
}

export const whereOf = ({
  room,
  owner,
}: {
  room?: Named | undefined;
  owner?: Named | undefined;
}): AssetWhere =>
  owner
    ? { kind: 'owner', owner: { id: owner.id, name: owner.name } }
    : room
      ? { kind: 'room', room: { id: room.id, name: room.name } }
      : { kind: 'nowhere' };

type Props = { value: AssetWhere; onChange: (where: AssetWhere) => void; error?: string | undefined };

/** A space or a person: choosing the one drops the other. */
export function AssetPlaceField({ value, onChange, error }: Props) {
  return (
    <div className={classes.fields} role="group" aria-label={m.assets_place()}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={m.assets_place()}
        value={value.kind}
        onChange={(kind) =>
          onChange(
            kind === 'room'
              ? { kind, room: null }
              : kind === 'owner'
                ? { kind, owner: null }
                : { kind: 'nowhere' },
          )
        }
        data={[
          { value: 'room', label: m.assets_in_space() },
          { value: 'owner', label: m.assets_with_person() },
          { value: 'nowhere', label: m.assets_nowhere() },
        ]}
      />
      {value.kind === 'room' && (
        <RecordField
          label={m.assets_space()}
          path="/rooms"
          value={value.room}
          onChange={(room) => onChange({ kind: 'room', room })}
          error={error}
        />
      )}
      {value.kind === 'owner' && (
        <RecordField
          label={m.assets_owner()}
          path="/users"
          value={value.owner}
          onChange={(owner) => onChange({ kind: 'owner', owner })}
          error={error}
        />
      )}
    </div>
  );
}
