import { NativeSelect, Stack, Textarea } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import * as m from '#messages';
import type { Priority } from '#contract/service-requests-catalogue.ts';
import type { TypeEntry } from '#src/directory/request-types.ts';
import { SpacePicker } from '#src/directory/space-picker.tsx';
import { AssetField } from './asset-field.tsx';
import type { AskFields } from './ask-form.ts';
import { QuestionField } from './question-field.tsx';
import { RequesterField } from './requester-field.tsx';
import { WhenField } from './when-field.tsx';

type Props = {
  entry: TypeEntry;
  priorities: readonly Priority[];
  form: UseFormReturn<AskFields>;
  /** Whether the reader works in the center: they ask for others, and choose urgency and time of anything. */
  staff: boolean;
};

/** What is asked about a request of a type: where, the type's own questions, how urgent, by when. */
export function RequestFields({ entry, priorities, form, staff }: Props) {
  const { type } = entry;
  const { control, register, formState } = form;
  const { errors } = formState;
  return (
    <Stack gap="sm">
      <Controller
        control={control}
        name="room"
        render={({ field }) => (
          <SpacePicker
            label={m.request_space()}
            value={field.value}
            onChange={field.onChange}
            required
            error={errors.room?.message}
          />
        )}
      />
      {type.fields.map((question) => (
        <QuestionField key={question.id} question={question} form={form} />
      ))}
      <AssetField form={form} required={type.assetRequest} />
      <Textarea
        label={m.requests_note()}
        placeholder={m.requests_note_hint()}
        dir="auto"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={20_000}
        error={errors.description?.message}
        {...register('description')}
      />
      {(staff || type.priorityEnableForCustomer) && (
        <NativeSelect
          label={m.request_priority()}
          data={priorities.map(({ id, name }) => ({ value: String(id), label: name }))}
          error={errors.priority?.message}
          {...register('priority')}
        />
      )}
      <WhenField entry={entry} form={form} mayChoose={staff || type.dateRequiredEnabledForCustomer} />
      {staff && (
        <Controller
          control={control}
          name="requester"
          render={({ field }) => (
            <RequesterField value={field.value} onChange={field.onChange} error={errors.requester?.message} />
          )}
        />
      )}
    </Stack>
  );
}
