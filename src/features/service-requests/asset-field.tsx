import { TextInput } from '@mantine/core';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import * as m from '#messages';
import { AssetPicker } from '#src/directory/asset-picker.tsx';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import type { AskFields } from './ask-form.ts';

type Props = { form: UseFormReturn<AskFields>; required: boolean };

/** The thing that a request is about: where one has to be named, or was by the code that led here. */
export function AssetField({ form, required }: Props) {
  const registered = uses(useMe(), 'assets');
  const { control, register, formState } = form;
  const value = useWatch({ control, name: 'asset' });
  const error = formState.errors.asset?.message;
  if (!required && value === '') return null;
  if (registered)
    return (
      <Controller
        control={control}
        name="asset"
        render={({ field }) => (
          <AssetPicker
            label={m.request_asset()}
            description={m.assets_picker_hint()}
            value={field.value}
            onChange={field.onChange}
            required={required}
            error={error}
          />
        )}
      />
    );
  return (
    <TextInput
      label={m.requests_asset()}
      description={m.requests_asset_hint()}
      inputMode="numeric"
      maxLength={15}
      aria-required={required}
      error={error}
      {...register('asset')}
    />
  );
}
