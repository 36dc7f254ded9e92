import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { Choice } from '#src/ui/choice.tsx';
import { allBuildingsOptions } from './booking-places.ts';
import { floorsOptions } from './floor-plans.ts';

type Where = { building?: number | undefined; floor?: number | undefined };
type Props = { where: Where; onChange: (where: Where) => void };

/** A building and a floor of it. */
export function PlaceChoices({ where: { building, floor }, onChange }: Props) {
  const { data: buildings = [] } = useQuery(allBuildingsOptions);
  const floors = useQuery({ ...floorsOptions(building ?? 0), enabled: building !== undefined }).data ?? [];
  return (
    <>
      <Choice
        layout="line"
        label={m.space_use_building()}
        none={m.space_use_all_buildings()}
        value={building}
        options={buildings}
        onChange={(id) => onChange({ building: id, floor: undefined })}
      />
      {building !== undefined && (
        <Choice
          layout="line"
          label={m.space_use_floor()}
          none={m.space_use_all_floors()}
          value={floor}
          options={floors}
          onChange={(id) => onChange({ building, floor: id })}
        />
      )}
    </>
  );
}
