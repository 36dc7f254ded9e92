import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import type { Building } from '#contract/places.ts';
import * as m from '#messages';
import { timeZones } from '#src/lib/places.ts';
import { buildingBody, buildingFields, type BuildingFields } from './building-body.ts';
import { FormDialog } from './form-dialog.tsx';
import { isNumber } from './number-text.ts';
import { countriesOptions, statesOptions } from './queries.ts';
import { usePlaceForm } from './use-place-form.ts';

type Props = { building?: Building; onClose: (saved?: Building) => void };
const SHOWN = 40;
const choices = (all: readonly { id: number; name: string }[] = []) =>
  all.map(({ id, name }) => ({ value: String(id), label: name }));

/** Adds a building, or changes one. */
export function BuildingForm({ building, onClose }: Props) {
  const { form, errors, before, onSave } = usePlaceForm<'building', BuildingFields>({
    kind: 'building',
    place: building,
    start: () => buildingFields(building),
    bodyOf: (now, before) => buildingBody(now, building && before),
    onClose,
  });
  const country = useWatch({ control: form.control, name: 'address.country' });
  const countries = useQuery(countriesOptions);
  const states = useQuery({ ...statesOptions(Number(country)), enabled: country !== null });
  const zones = useMemo(() => timeZones(), []);

  const paired = (own: string, other: string) =>
    own.trim() !== '' || other.trim() === '' || m.places_both_coordinates();

  return (
    <FormDialog
      title={building ? m.places_edit_building({ name: building.name }) : m.places_add_building()}
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
        <TextInput label={m.places_code()} error={errors.code?.message} {...form.register('code')} />
        <Controller
          control={form.control}
          name="timeZone"
          render={({ field }) => (
            <Select
              {...field}
              label={m.places_time_zone()}
              placeholder={m.places_time_zone_default()}
              data={zones}
              limit={SHOWN}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': m.ui_clear() }}
              error={errors.timeZone?.message}
            />
          )}
        />
      </Group>
      <TextInput
        label={m.places_street()}
        dir="auto"
        error={errors.address?.street?.message}
        {...form.register('address.street')}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={m.places_postal_code()}
          error={errors.address?.postalCode?.message}
          {...form.register('address.postalCode')}
        />
        <TextInput
          label={m.places_city()}
          dir="auto"
          error={errors.address?.city?.message}
          {...form.register('address.city')}
        />
      </Group>
      <Group grow align="flex-start" gap="sm">
        <Controller
          control={form.control}
          name="address.country"
          render={({ field }) => (
            <Select
              {...field}
              label={m.places_country()}
              data={withCurrent(choices(countries.data), building?.address.country)}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': m.ui_clear() }}
              error={errors.address?.country?.message ?? countries.error?.message}
              onChange={(value) => {
                field.onChange(value);
                form.setValue('address.state', null, { shouldDirty: true });
              }}
            />
          )}
        />
        <Controller
          control={form.control}
          name="address.state"
          render={({ field }) => (
            <Select
              {...field}
              label={m.places_state()}
              data={withCurrent(
                choices(states.data),
                country === before.address.country ? building?.address.state : undefined,
              )}
              disabled={country === null || states.data?.length === 0}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': m.ui_clear() }}
              error={errors.address?.state?.message ?? states.error?.message}
            />
          )}
        />
      </Group>
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={m.places_latitude()}
          inputMode="decimal"
          placeholder="29.7517"
          error={errors.location?.latitude?.message}
          {...form.register('location.latitude', {
            validate: { isNumber, paired: (own, all) => paired(own, all.location.longitude) },
          })}
        />
        <TextInput
          label={m.places_longitude()}
          inputMode="decimal"
          placeholder="-95.3986"
          error={errors.location?.longitude?.message}
          {...form.register('location.longitude', {
            validate: { isNumber, paired: (own, all) => paired(own, all.location.latitude) },
          })}
        />
      </Group>
      <Checkbox label={m.places_metric()} {...form.register('metric')} />
    </FormDialog>
  );
}

/** A country that was hidden since stays where it is chosen. */
function withCurrent(data: { value: string; label: string }[], current: object | undefined) {
  if (!current || !('id' in current) || !('name' in current)) return data;
  const value = String(current.id);
  if (data.some((one) => one.value === value)) return data;
  return [...data, { value, label: String(current.name) }];
}
