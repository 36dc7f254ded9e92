import { Alert, Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { MailPreferences } from '#contract/mail-notices.ts';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { DelegateField } from './delegate-field.tsx';
import classes from './messages.module.css';
import { type Choices, choicesOf, daysIn, MOST_DAYS, useSavePreferences } from './preferences.ts';
import { SendingTimes } from './sending-times.tsx';

/** What was chosen survives a failed save; what was saved can be taken back. */
export function PreferencesForm({ me, saved }: { me: Me; saved: MailPreferences }) {
  const save = useSavePreferences();
  // Edits are compared with what they began from; what another window saves meanwhile does not undo them.
  const [before, setBefore] = useState(() => choicesOf(saved));
  const form = useForm<Choices>({ defaultValues: before });
  const { errors, isDirty } = form.formState;

  const store = async (choices: Choices) => {
    const now = choicesOf(await save.mutateAsync(choices));
    setBefore(now);
    form.reset(now);
  };
  const submit = form.handleSubmit(async (choices) => {
    try {
      await store(choices);
      notify({ message: m.prefs_saved(), undo: () => void takeBack() });
    } catch (error) {
      // The shell asks to sign in again; the form just waits with what was chosen.
      if (error instanceof ApiError && error.status === 401) return;
      const message = error instanceof Error ? error.message : m.shell_error_unknown();
      const field = error instanceof ApiError ? error.field?.split('.')[0] : undefined;
      if (field !== undefined && field in before)
        form.setError(field as keyof Choices, { message }, { shouldFocus: true });
      else form.setError('root', { message });
    }
  });
  const takeBack = async () => {
    try {
      await store(before);
      notify({ message: m.prefs_undone(), tone: 'info' });
    } catch (error) {
      notify({ message: error instanceof Error ? error.message : m.shell_error_unknown(), tone: 'danger' });
    }
  };

  return (
    <form onSubmit={submit} noValidate aria-label={m.prefs_title()}>
      <UnsavedGuard unsaved={isDirty} />
      <Section title={m.prefs_when()} text={m.prefs_when_text()}>
        <SendingTimes form={form} zone={me.timeZone} />
      </Section>
      <Section title={m.prefs_reminders()} text={m.prefs_reminders_text()}>
        <div className={classes.days}>
          <TextInput
            label={m.prefs_days()}
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST_DAYS}
            description={m.prefs_days_text()}
            error={errors.remindAfterDays?.message}
            {...form.register('remindAfterDays', {
              validate: (text) => daysIn(text) !== undefined || m.prefs_days_wrong(),
            })}
          />
        </div>
      </Section>
      <Section title={m.prefs_delegate()} text={m.prefs_delegate_text()}>
        <Controller
          control={form.control}
          name="delegate"
          rules={{ validate: (person) => person?.id !== me.id || m.prefs_delegate_self() }}
          render={({ field }) => (
            <DelegateField
              person={field.value}
              error={errors.delegate?.message}
              onChange={(person) => {
                form.clearErrors('delegate');
                field.onChange(person);
              }}
            />
          )}
        />
      </Section>
      {errors.root && (
        <Alert color="red" role="alert" mb="sm">
          {errors.root.message}
        </Alert>
      )}
      <div className={classes.end}>
        <Button type="submit" loading={save.isPending} disabled={!isDirty}>
          {m.prefs_save()}
        </Button>
        {isDirty && (
          <Button variant="default" onClick={() => form.reset()}>
            {m.prefs_discard()}
          </Button>
        )}
        <span role="status" className={classes.saved} data-unsaved={isDirty || undefined}>
          {isDirty ? m.prefs_state_unsaved() : m.prefs_state_saved()}
        </span>
      </div>
    </form>
  );
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div>
        <h2 className={classes.heading}>{title}</h2>
        <p className={classes.text}>{text}</p>
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
