import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import { HIGH_UNTIL } from '#contract/service-requests-catalogue.ts';
import { useMe } from '#src/directory/me.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { addEntry, type Catalogue, changeEntry, type EntryBody, type EntryKind } from './api.ts';
import { fromHex, toHex } from './color.ts';
import { managedCenters, managesAt } from './may.ts';
import { useCatalogueWrite } from './queries.ts';

export type Entry = {
  id: number;
  name: string;
  sortOrder?: number | undefined;
  center?: { id: number };
  category?: { id: number };
  color?: object;
};
type Props = {
  kind: EntryKind;
  catalogue: Catalogue;
  entry?: Entry | undefined;
  /** Where a new one goes: behind the others. */
  sortOrder: number;
  /** The category that a new product begins with. */
  category?: number | undefined;
  onClose: () => void;
};
const titles: Record<EntryKind, readonly [() => string, () => string]> = {
  categories: [m.care_category_new, m.care_category_edit],
  products: [m.care_product_new, m.care_product_edit],
  priorities: [m.care_priority_new, m.care_priority_edit],
  'hold-reasons': [m.care_reason_new, m.care_reason_edit],
};
type Fields = { name: string; sortOrder: string; center: string; category: string; color: string };

/** Names an entry of the catalogue and says where it belongs, or adds one. */
export function EntryDialog({ kind, catalogue, entry, sortOrder, category, onClose }: Props) {
  const me = useMe();
  const { keyFor, settle } = useIntentionKey();
  const write = useCatalogueWrite((body: EntryBody) =>
    entry ? changeEntry(kind, entry.id, body) : addEntry(kind, body, keyFor(body)),
  );
  const undo = useCatalogueWrite((body: EntryBody) => changeEntry(kind, entry!.id, body));
  const centers = managedCenters(me, catalogue.centers);
  const ofCenter = kind === 'categories' || kind === 'hold-reasons';
  const before: Fields = {
    name: entry?.name ?? '',
    sortOrder: String(entry ? (entry.sortOrder ?? '') : sortOrder),
    center: String(entry?.center?.id ?? centers[0]?.id ?? ''),
    category: String(entry ? (entry.category?.id ?? '') : (category ?? '')),
    color: toHex(entry?.color),
  };
  const form = useForm<Fields>({ defaultValues: before });
  const { errors } = form.formState;
  const bodyOf = ({ name, sortOrder: order, ...fields }: Fields): EntryBody => ({
    name: name.trim(),
    ...(order.trim() !== '' && { sortOrder: Number(order) }),
    ...(ofCenter && { center: { id: Number(fields.center) } }),
    ...(kind === 'products' && { category: fields.category ? { id: Number(fields.category) } : null }),
    ...(kind === 'priorities' && { color: fromHex(fields.color) }),
  });
  const submit = form.handleSubmit(async (fields) => {
    try {
      const saved = await write.mutateAsync(bodyOf(fields));
      settle();
      notify({
        message: m.care_saved({ name: saved.name }),
        ...(entry && {
          undo: () =>
            undo.mutate(bodyOf(before), {
              onError: ({ message }) => notify({ message, tone: 'danger' }),
            }),
        }),
      });
      onClose();
    } catch (error) {
      showProblem(form, error, ['name', 'sortOrder', 'center', 'category', 'color']);
    }
  });
  return (
    <FormDialog
      title={titles[kind][entry ? 1 : 0]()}
      submitLabel={m.care_save()}
      busy={write.isPending}
      problem={errors.root?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={m.care_name()}
        data-autofocus
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.care_name_missing() })}
      />
      {ofCenter && (
        <NativeSelect
          label={m.care_center()}
          {...(kind === 'categories' && { description: m.care_center_text() })}
          error={errors.center?.message}
          data={centers.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.register('center')}
        />
      )}
      {kind === 'products' && (
        <NativeSelect
          label={m.care_category()}
          error={errors.category?.message}
          data={[
            { value: '', label: m.care_category_none() },
            ...catalogue.categories
              .filter(({ center }) => managesAt(me, center.id))
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          {...form.register('category')}
        />
      )}
      {kind === 'priorities' && (
        <TextInput
          type="color"
          label={m.care_color()}
          error={errors.color?.message}
          {...form.register('color')}
        />
      )}
      <TextInput
        label={m.care_order()}
        description={
          kind === 'priorities' ? m.care_order_priority({ high: HIGH_UNTIL }) : m.care_order_text()
        }
        inputMode="numeric"
        error={errors.sortOrder?.message}
        {...form.register('sortOrder', {
          validate: (order) =>
            /^\d{1,9}$/.test(order.trim()) ||
            (order.trim() === '' && kind === 'products') ||
            m.care_order_wrong(),
        })}
      />
    </FormDialog>
  );
}
