import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UnknownTag } from '#contract/asset-audit-results.ts';
import * as m from '#messages';
import { AssetPicker } from '#src/directory/asset-picker.tsx';
import { RecordField } from '#src/directory/record-field.tsx';
import { ApiError } from '#src/lib/http.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { resolveTag, type TagResolution } from './api.ts';
import { useAuditWrite } from './queries.ts';

type Props = {
  tag: UnknownTag;
  /** A new asset; else one that has no label yet. */
  create: boolean;
  onClose: () => void;
};

/** Says whose label it is: that of an asset that lost its own, or of one that is new. */
export function ResolveTag({ tag, create, onClose }: Props) {
  const [asset, setAsset] = useState('');
  const [model, setModel] = useState<{ id: number; name: string } | null>(null);
  const [name, setName] = useState('');
  const [serial, setSerial] = useState('');
  const [wanting, setWanting] = useState(false);
  const { mutate, isPending, error } = useAuditWrite((body: TagResolution) => resolveTag(tag.id, body));
  const field = error instanceof ApiError ? error.field : undefined;
  const problemAt = (which: string) => (field?.startsWith(which) ? error?.message : undefined);
  const body = (): TagResolution | undefined => {
    if (!create) return asset ? { asset: { id: Number(asset) } } : undefined;
    return model
      ? { model: { id: model.id }, name: name.trim() || null, serialNumber: serial.trim() || null }
      : undefined;
  };
  const atField = create ? ['model', 'name', 'serialNumber'] : ['asset'];
  return (
    <FormDialog
      title={create ? m.audits_create_title({ tag: tag.tag }) : m.audits_assign_title({ tag: tag.tag })}
      submitLabel={create ? m.audits_tag_create() : m.audits_tag_assign()}
      busy={isPending}
      problem={atField.some((which) => problemAt(which)) ? undefined : error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        const resolution = body();
        if (!resolution) return setWanting(true);
        mutate(resolution, {
          onSuccess: (now) => {
            notify({ message: m.audits_tag_resolved({ tag: now.tag, name: now.asset?.name ?? '' }) });
            onClose();
          },
        });
      }}
    >
      {create ? (
        <>
          <RecordField
            label={m.audits_model()}
            path="/assets/models"
            value={model}
            onChange={setModel}
            error={problemAt('model') ?? (wanting && !model ? m.audits_model_missing() : undefined)}
          />
          <TextInput
            label={m.audits_asset_name()}
            description={m.audits_asset_name_text()}
            dir="auto"
            maxLength={200}
            value={name}
            error={problemAt('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={m.audits_serial()}
            maxLength={200}
            value={serial}
            error={problemAt('serialNumber')}
            onChange={(event) => setSerial(event.currentTarget.value)}
          />
        </>
      ) : (
        <AssetPicker
          label={m.audits_asset()}
          description={m.audits_assign_text()}
          value={asset}
          onChange={setAsset}
          error={problemAt('asset') ?? (wanting && !asset ? m.audits_asset_missing() : undefined)}
        />
      )}
    </FormDialog>
  );
}
