import { Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, useWatch } from 'react-hook-form';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import { BuildingSelect } from './building-select.tsx';
import { CostCenterField } from './cost-center-field.tsx';
import { FloorSelect } from './floor-select.tsx';
import { FormDialog } from './form-dialog.tsx';
import { isNumber } from './number-text.ts';
import { roomTypesOptions, stopsOptions } from './queries.ts';
import { spaceBody, spaceFields, type SpaceFields } from './space-body.ts';
import { usePlaceForm } from './use-place-form.ts';

type Props = {
  space?: Room;
  /** Where a new one is likely to be. */
  at?: { building?: number | undefined; floor?: number | undefined };
  onClose: (saved?: Room) => void;
};

/** Adds a space, or changes one; another floor moves it there. */
export function SpaceForm({ space, at, onClose }: Props) {
  const { form, errors, onSave } = usePlaceForm<'room', SpaceFields>({
    kind: 'room',
    place: space,
    start: () => spaceFields(space, at),
    bodyOf: (now, before) => spaceBody(now, space && before),
    onClose,
  });
  const types = useQuery(roomTypesOptions);
  const stops = useQuery(stopsOptions);
  const building = useWatch({ control: form.control, name: 'building' });
  const typeChoices = (types.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  const gone = space && types.data && !types.data.some(({ id }) => id === space.type.id);
  return (
    <FormDialog
      title={space ? m.places_edit_space({ name: space.name }) : m.places_add_space()}
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
        <Controller
          control={form.control}
          name="building"
          render={({ field: { ref, value, onBlur } }) => (
            <BuildingSelect
              ref={ref}
              label={m.places_building()}
              value={value}
              onBlur={onBlur}
              onChange={(id) => {
                if (id === value) return;
                form.setValue('building', id, { shouldDirty: true });
                form.setValue('floor', null, { shouldDirty: true });
              }}
            />
          )}
        />
        <Controller
          control={form.control}
          name="floor"
          rules={{ validate: (floor) => floor !== null || m.places_floor_missing() }}
          render={({ field }) => (
            <FloorSelect
              {...field}
              label={m.places_floor()}
              building={building}
              error={errors.floor?.message}
            />
          )}
        />
      </Group>
      <Group grow align="flex-start" gap="sm">
        <Controller
          control={form.control}
          name="type"
          rules={{ validate: (type) => type !== null || m.places_type_missing() }}
          render={({ field }) => (
            <Select
              {...field}
              label={m.places_type()}
              data={
                gone
                  ? [...typeChoices, { value: String(space.type.id), label: space.type.name }]
                  : typeChoices
              }
              searchable
              allowDeselect={false}
              error={errors.type?.message ?? types.error?.message}
            />
          )}
        />
        <TextInput
          label={m.places_capacity()}
          inputMode="numeric"
          error={errors.capacity?.message}
          {...form.register('capacity', { validate: isNumber })}
        />
      </Group>
      <Controller
        control={form.control}
        name="mailStop"
        render={({ field }) => (
          <Select
            {...field}
            label={m.places_mail_stop()}
            data={(stops.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': m.ui_clear() }}
            error={errors.mailStop?.message ?? stops.error?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="costCenters"
        render={({ field: { value, onChange } }) => (
          <CostCenterField value={value} onChange={onChange} error={errors.costCenters?.message} />
        )}
      />
      <Textarea
        label={m.places_description()}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        error={errors.description?.message}
        {...form.register('description')}
      />
      <Checkbox label={m.places_reservable()} {...form.register('reservable')} />
    </FormDialog>
  );
}
