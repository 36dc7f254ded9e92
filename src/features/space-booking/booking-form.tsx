import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import { Checkbox, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import * as m from '#messages';
import { SpaceRule } from '#src/directory/space-rule.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import classes from './booking.module.css';
import type { BookingFields } from './form-values.ts';
import { slotOf } from './form-values.ts';
import { PersonField } from './person-field.tsx';
import { RepeatFields } from '#src/directory/repeat-fields.tsx';
import { ScopeField } from './scope-dialog.tsx';
import { SpaceField } from './space-field.tsx';
import { TimeFields } from './time-fields.tsx';

type Props = {
  title: string;
  submitLabel: string;
  form: UseFormReturn<BookingFields>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  busy: boolean;
  zone: string;
  building: number | undefined;
  /** The space that is booked already, or that was pressed. */
  own?: { id: number; name: string } | undefined;
  /** Whether the reader books for others too. */
  manages: boolean;
  /** A new one may repeat; of one of a series it is asked what is meant. */
  kind: 'new' | 'single' | 'series';
  /** Something to know first. */
  notice?: ReactNode;
};

/** What is asked of a booking, the usual things first. */
export function BookingForm(props: Props) {
  const { form, zone, building, own, manages, kind } = props;
  const { control, register, formState } = form;
  const { errors } = formState;
  const fields = useWatch({ control }) as BookingFields;
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const more = Boolean(
    errors.guests ?? errors.notes ?? (kind !== 'new' && (fields.guests.length > 0 || fields.notes)),
  );
  return (
    <FormDialog
      title={props.title}
      submitLabel={props.submitLabel}
      onSubmit={props.onSubmit}
      onClose={props.onClose}
      busy={props.busy}
      problem={errors.root?.message}
      size={520}
      fullScreen={phone}
    >
      {props.notice}
      <TextInput
        label={m.booking_name()}
        dir="auto"
        maxLength={500}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        error={errors.name?.message}
        {...register('name')}
      />
      <Controller
        control={control}
        name="room"
        render={({ field }) => (
          <SpaceField
            label={m.booking_space()}
            value={field.value}
            onChange={field.onChange}
            building={building}
            slot={slotOf(fields, zone)}
            people={Number(fields.people) || undefined}
            user={fields.person.id}
            own={own}
            error={errors.room?.message}
            inputRef={field.ref}
          />
        )}
      />
      {fields.room && <SpaceRule room={Number(fields.room)} />}
      <TimeFields form={form} />
      <TextInput
        label={m.booking_people()}
        inputMode="numeric"
        maxLength={7}
        error={errors.people?.message}
        {...register('people')}
      />
      {kind === 'new' && <RepeatFields form={form} none={m.booking_repeat_none()} />}
      {manages && (
        <Controller
          control={control}
          name="person"
          render={({ field }) => (
            <PersonField value={field.value} onChange={field.onChange} error={errors.person?.message} />
          )}
        />
      )}
      <details className={classes.more} open={more || undefined}>
        <summary>{m.booking_more()}</summary>
        <div>
          <Controller
            control={control}
            name="guests"
            render={({ field }) => (
              <TagsInput
                label={m.booking_guests()}
                description={m.booking_guests_hint()}
                splitChars={[',', ';', ' ', '\n']}
                acceptValueOnBlur
                maxTags={1000}
                value={field.value}
                onChange={field.onChange}
                error={errors.guests?.message}
              />
            )}
          />
          <Textarea
            label={m.booking_notes()}
            dir="auto"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={20_000}
            error={errors.notes?.message}
            {...register('notes')}
          />
          <Checkbox
            label={m.booking_private()}
            description={m.booking_private_text()}
            {...register('private')}
          />
        </div>
      </details>
      {kind === 'series' && (
        <Controller
          control={control}
          name="scope"
          render={({ field }) => <ScopeField value={field.value} onChange={field.onChange} />}
        />
      )}
    </FormDialog>
  );
}
