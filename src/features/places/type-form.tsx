import { Checkbox, Group, TextInput } from '@mantine/core';
import type { RoomType } from '#contract/places.ts';
import * as m from '#messages';
import { FormDialog } from './form-dialog.tsx';
import { isNumber, numberIn } from './number-text.ts';
import { usePlaceForm } from './use-place-form.ts';

type Fields = {
  name: string;
  sortOrder: string;
  hexColor: string;
  occupiable: boolean;
  parkingSpace: boolean;
};
type Props = { type?: RoomType; onClose: (saved?: RoomType) => void };

/** Adds a type of space, or changes one. */
export function TypeForm({ type, onClose }: Props) {
  const { form, errors, onSave } = usePlaceForm<'roomType', Fields>({
    kind: 'roomType',
    place: type,
    start: () => ({
      name: type?.name ?? '',
      sortOrder: String(type?.sortOrder ?? ''),
      hexColor: `#${type?.hexColor ?? '33cc99'}`,
      occupiable: type?.occupiable ?? true,
      parkingSpace: type?.parkingSpace ?? false,
    }),
    bodyOf: (now, before) => {
      const order = numberIn(now.sortOrder);
      return {
        ...(now.name !== before.name && { name: now.name.trim() }),
        ...(now.sortOrder !== before.sortOrder && order !== null && { sortOrder: order }),
        ...((!type || now.hexColor !== before.hexColor) && { hexColor: now.hexColor }),
        ...((!type || now.occupiable !== before.occupiable) && { occupiable: now.occupiable }),
        ...((!type || now.parkingSpace !== before.parkingSpace) && { parkingSpace: now.parkingSpace }),
      };
    },
    onClose,
  });
  return (
    <FormDialog
      title={type ? m.places_edit_type({ name: type.name }) : m.places_add_type()}
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
          label={m.places_order()}
          inputMode="numeric"
          error={errors.sortOrder?.message}
          {...form.register('sortOrder', { validate: isNumber })}
        />
        <TextInput
          type="color"
          label={m.places_color()}
          error={errors.hexColor?.message}
          {...form.register('hexColor')}
        />
      </Group>
      <Checkbox
        label={m.places_occupiable()}
        description={m.places_occupiable_hint()}
        {...form.register('occupiable')}
      />
      <Checkbox label={m.places_parking()} {...form.register('parkingSpace')} />
    </FormDialog>
  );
}
