import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Floor } from '#contract/places.ts';
import * as m from '#messages';
import { floorsOptions } from '#src/directory/floor-plans.ts';

/** To another floor of the house. */
export function FloorSelect({ floor }: { floor: Floor }) {
  const navigate = useNavigate();
  const { data: floors = [floor] } = useQuery(floorsOptions(floor.building.id));
  return (
    <Select
      aria-label={m.floors_floor()}
      size="xs"
      w={200}
      allowDeselect={false}
      data={floors.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={String(floor.id)}
      onChange={(id) =>
        id !== null && void navigate({ to: '/floors/$floorId', params: { floorId: Number(id) }, search: {} })
      }
    />
  );
}
