import { Alert, Button, Group, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { ApiError } from '#src/lib/http.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { fetchItem } from '#src/directory/mail-calls.ts';
import { Choice } from '#src/ui/choice.tsx';
import { EditConflict } from './edit-conflict.tsx';
import { type EditField, type EditValues, editOf, editValues, fieldLabels } from './edit-fields.ts';
import classes from './item-edit-form.module.css';
import { itemTypeLabels } from '#src/directory/item-facts.ts';
import { itemTypes } from './filters.ts';
import { useEdit } from './mutations.ts';
import { mailKeys, useDesk } from '#src/directory/mail-queries.ts';
import { RecipientField } from './recipient-field.tsx';
import { racksOf } from './sticky-line.tsx';

type Choosable = 'courier' | 'packageType' | 'center' | 'mailStop' | 'route' | 'location';

type Named = { id: number; name: string };
/** The choices with the item's own, which may have gone out of use since. */
const withOwn = (choices: readonly Named[], own: Named | undefined) =>
  !own || choices.some(({ id }) => id === own.id) ? choices : [...choices, own];

/** Changes an item. Begun on one version: whoever changed it meanwhile is told before anything is overwritten. */
export default function ItemEditForm({ item, onClose }: { item: MailItem; onClose: () => void }) {
  const client = useQueryClient();
  const desk = useDesk();
  const [base, setBase] = useState(item);
  const form = useForm<EditValues>({ defaultValues: editValues(item) });
  const { mutate, isPending, error, reset: forget } = useEdit();
  const center = useWatch({ control: form.control, name: 'center' });
  const itemType = useWatch({ control: form.control, name: 'itemType' });
  useScans((text) => form.setValue('trackingNumber', text, { shouldDirty: true }));

  // The page hears of others' changes: say so at once, not only when saving fails.
  const theirs = item.dateUpdated > base.dateUpdated ? item : undefined;
  const save = (version: number) =>
    form.handleSubmit((values) => {
      const edit = editOf(editValues(base), values);
      if (Object.keys(edit).length === 0) return onClose();
      mutate(
        { id: item.id, edit, version },
        {
          onSuccess: () => {
            notify({ message: m.mail_saved_item(), tone: 'success' });
            onClose();
          },
          onError: (problem) => {
            if (!(problem instanceof ApiError)) return;
            if (problem.code === 'mail.changed-meanwhile')
              return void fetchItem(item.id).then((now) => client.setQueryData(mailKeys.item(item.id), now));
            const field = problem.field?.split('.')[0];
            if (field && field in fieldLabels)
              form.setError(field as EditField, { message: problem.message });
          },
        },
      );
    })();

  const stale = error instanceof ApiError && error.code === 'mail.changed-meanwhile';
  const { errors } = form.formState;
  const choice = (name: Choosable, options: readonly { id: number; name: string }[]) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Choice
          label={fieldLabels[name]()}
          none={m.mail_none()}
          options={options}
          value={field.value ?? undefined}
          error={fieldState.error?.message}
          onChange={(id) => field.onChange(id ?? null)}
        />
      )}
    />
  );

  return (
    <form
      className={classes.form}
      noValidate
      aria-label={m.mail_edit()}
      onSubmit={(event) => {
        event.preventDefault();
        void save(base.dateUpdated);
      }}
    >
      <UnsavedGuard unsaved={form.formState.isDirty} record="item" />
      {theirs && (
        <div className={classes.wide}>
          <EditConflict
            base={base}
            theirs={theirs}
            mine={form.getValues()}
            busy={isPending}
            onTheirs={() => {
              form.reset(editValues(theirs));
              setBase(theirs);
              forget();
            }}
            onMine={() => void save(theirs.dateUpdated)}
          />
        </div>
      )}
      <TextInput
        label={m.mail_number()}
        {...form.register('trackingNumber')}
        error={errors.trackingNumber?.message}
        maxLength={200}
      />
      <Controller
        control={form.control}
        name="toUser"
        render={({ field, fieldState }) => (
          <RecipientField value={field.value} error={fieldState.error?.message} onChange={field.onChange} />
        )}
      />
      <TextInput
        label={m.mail_recipient_label()}
        {...form.register('recipientName')}
        error={errors.recipientName?.message}
        dir="auto"
        maxLength={300}
      />
      <TextInput
        label={m.mail_sender()}
        {...form.register('sender')}
        error={errors.sender?.message}
        dir="auto"
        maxLength={300}
      />
      {itemType === 'OUTBOUND' && (
        <Textarea
          label={m.mail_to_address()}
          {...form.register('toAddress')}
          error={errors.toAddress?.message}
          dir="auto"
          autosize
          minRows={2}
          maxRows={5}
          maxLength={1000}
        />
      )}
      {choice('courier', withOwn(desk.couriers, base.courier))}
      {choice('packageType', withOwn(desk.packageTypes, base.packageType))}
      {choice('location', racksOf(desk, center ?? undefined))}
      {choice('mailStop', desk.mailStops)}
      {choice('route', desk.routes)}
      {choice('center', desk.centers)}
      <Controller
        control={form.control}
        name="itemType"
        render={({ field }) => (
          <Choice
            label={m.mail_item_type()}
            none={itemTypeLabels.INBOUND()}
            options={itemTypes.slice(1).map((type, at) => ({ id: at + 1, name: itemTypeLabels[type]() }))}
            value={itemTypes.indexOf(field.value) || undefined}
            onChange={(at) => field.onChange(itemTypes[at ?? 0])}
          />
        )}
      />
      <div className={classes.wide}>
        {error && !theirs && (
          <Alert color="red" role="alert">
            {stale ? m.mail_conflict_loading() : error.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
          {!theirs && (
            <Button type="submit" loading={isPending}>
              {m.mail_save()}
            </Button>
          )}
        </Group>
      </div>
    </form>
  );
}
