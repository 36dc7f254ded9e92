import { Checkbox, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { createAsset, editAsset } from '#src/directory/asset-api.ts';
import { conditionLabels } from '#src/directory/asset-condition.tsx';
import { AssetPlaceField, placeBody } from '#src/directory/asset-place-field.tsx';
import { useAssetWrite } from '#src/directory/asset-queries.ts';
import { RecordField } from '#src/directory/record-field.tsx';
import { showProblem } from '#src/lib/form-problem.ts';
import { ApiError } from '#src/lib/http.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { Choice } from '#src/ui/choice.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { AssetConflict } from './asset-conflict.tsx';
import { BearerLink } from './bearer-link.tsx';
import { type AssetFields, blankFields, bodyOf, fieldNames, fieldsOf } from './form-values.ts';
import { conditions } from './search.ts';

type Props = {
  /** The one that is changed; without it a new one is added. */
  asset?: Asset;
  onClose: (saved?: Asset) => void;
};

/** Adds an asset or changes one. Begun on one version: whoever changed it meanwhile is told of before anything is overwritten. */
export function AssetForm({ asset, onClose }: Props) {
  const [base, setBase] = useState(asset);
  const before = base ? fieldsOf(base) : blankFields();
  const form = useForm<AssetFields>({ defaultValues: before });
  const { errors, isDirty, isSubmitting } = form.formState;
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const { keyFor, settle } = useIntentionKey();
  /** The number that another asset bears. */
  const [taken, setTaken] = useState<{ field: 'localUID' | 'serialNumber'; code: string }>();
  const write = useAssetWrite(async ({ fields, version }: { fields: AssetFields; version?: number }) => {
    const body = bodyOf(fields, before);
    if (base) return editAsset(base.id, body, version ?? base.dateUpdated);
    const created = { ...body, model: { id: fields.model!.id } };
    return createAsset(created, keyFor(created));
  });
  const theirs = base && asset && asset.dateUpdated > base.dateUpdated ? asset : undefined;

  const save = (version?: number) =>
    form.handleSubmit(async (fields) => {
      setTaken(undefined);
      try {
        const saved = await write.mutateAsync({ fields, ...(version !== undefined && { version }) });
        settle();
        notify({
          message: asset ? m.assets_saved({ name: saved.name }) : m.assets_added_done({ name: saved.name }),
        });
        onClose(saved);
      } catch (error) {
        // The newer state is read again by then, and is shown above the fields.
        if (error instanceof ApiError && error.code === 'assets.changed-meanwhile')
          return form.setError('root', { message: error.message });
        const field = error instanceof ApiError && error.status === 409 ? error.field : undefined;
        if (field === 'localUID' || field === 'serialNumber') setTaken({ field, code: fields[field].trim() });
        const named = error instanceof ApiError ? error.field?.split('.')[0] : undefined;
        if (named === 'room' || named === 'owner')
          form.setError('where', { message: (error as Error).message });
        else showProblem(form, error, fieldNames);
      }
    })();
  const other = (field: 'localUID' | 'serialNumber') =>
    taken?.field === field && <BearerLink code={taken.code} by={field} />;

  return (
    <FormDialog
      title={asset ? m.assets_edit_title() : m.assets_add_title()}
      submitLabel={asset ? m.assets_save() : m.assets_add()}
      busy={write.isPending}
      problem={errors.root?.message}
      size={520}
      fullScreen={phone}
      onClose={() => onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <UnsavedGuard unsaved={isDirty && !isSubmitting} record="open" />
      {base && theirs && (
        <AssetConflict
          before={before}
          theirs={fieldsOf(theirs)}
          at={theirs.dateUpdated}
          busy={write.isPending}
          onTheirs={() => {
            form.reset(fieldsOf(theirs));
            setBase(theirs);
          }}
          onMine={() => void save(theirs.dateUpdated)}
        />
      )}
      <Controller
        control={form.control}
        name="model"
        rules={{ validate: (model) => model !== null || m.assets_model_missing() }}
        render={({ field }) => (
          <RecordField
            label={m.assets_model()}
            path="/assets/models"
            value={field.value}
            onChange={field.onChange}
            error={errors.model?.message}
          />
        )}
      />
      <TextInput
        label={m.assets_name()}
        description={m.assets_name_hint()}
        dir="auto"
        maxLength={400}
        error={errors.name?.message}
        {...form.register('name')}
      />
      <div>
        <TextInput
          label={m.assets_local_uid()}
          description={m.assets_local_uid_hint()}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          error={errors.localUID?.message}
          {...form.register('localUID')}
        />
        {other('localUID')}
      </div>
      <div>
        <TextInput
          label={m.assets_serial()}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          error={errors.serialNumber?.message}
          {...form.register('serialNumber')}
        />
        {other('serialNumber')}
      </div>
      <Controller
        control={form.control}
        name="where"
        rules={{
          // A new one may stand nowhere yet; a place that was chosen has to be named.
          validate: (where) => !asset || placeBody(where) !== undefined || m.assets_place_missing(),
        }}
        render={({ field }) => (
          <AssetPlaceField value={field.value} onChange={field.onChange} error={errors.where?.message} />
        )}
      />
      <Controller
        control={form.control}
        name="condition"
        render={({ field }) => (
          <Choice
            label={m.assets_condition()}
            none={conditionLabels.good()}
            value={field.value === 'good' ? undefined : field.value}
            options={conditions.slice(1).map((id) => ({ id, name: conditionLabels[id]() }))}
            onChange={(condition) => field.onChange(condition ?? 'good')}
            error={errors.condition?.message}
          />
        )}
      />
      <Checkbox label={m.assets_active()} {...form.register('active')} />
      <Checkbox
        label={m.assets_managed()}
        description={m.assets_managed_hint()}
        {...form.register('managed')}
      />
    </FormDialog>
  );
}
