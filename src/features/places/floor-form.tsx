import { Group, TextInput } from '@mantine/core';
import type { Floor } from '#contract/places.ts';
import * as m from '#messages';
import { FormDialog } from './form-dialog.tsx';
import { isNumber, numberIn } from './number-text.ts';
import { usePlaceForm } from './use-place-form.ts';

type Fields = { name: string; level: string; area: string };
type Props = { buildingId: number; floor?: Floor; onClose: (saved?: Floor) => void };

/** Adds a floor to a building, or changes one. */
export function FloorForm({ buildingId, floor, onClose }: Props) {
  const { form, errors, onSave } = usePlaceForm<'floor', Fields>({
    kind: 'floor',
    place: floor,
    start: () => ({
      name: floor?.name ?? '',
      level: String(floor?.level ?? ''),
      area: floor && floor.area > 0 ? String(floor.area) : '',
    }),
    bodyOf: ({ name, level, area }, before) => ({
      ...(!floor && { building: { id: buildingId } }),
      ...(name !== before.name && { name: name.trim() }),
      ...(level !== before.level && { level: numberIn(level) }),
      ...(area !== before.area && { area: numberIn(area) ?? 0 }),
    }),
    onClose,
  });
  return (
    <FormDialog
      title={floor ? m.places_edit_floor({ name: floor.name }) : m.places_add_floor()}
      form={form}
      onSave={onSave}
      onClose={onClose}
    >
      <TextInput
        label={m.places_name()}
        dir="auto"
        data-autofocus
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.places_name_missing() })}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={m.places_level()}
          description={m.places_level_hint()}
          inputMode="numeric"
          error={errors.level?.message}
          {...form.register('level', { validate: isNumber })}
        />
        <TextInput
          label={m.places_area()}
          description={floor?.building.metric === false ? m.places_area_feet() : m.places_area_metres()}
          inputMode="decimal"
          error={errors.area?.message}
          {...form.register('area', { validate: isNumber })}
        />
      </Group>
    </FormDialog>
  );
}
