import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { Problem } from './account-frame.tsx';
import classes from './profile-page.module.css';
import { ownFields, type OwnFields, useSaveProfile } from './profile.ts';

const MAX = 100;
const rule = { maxLength: { value: MAX, message: m.account_too_long({ max: MAX }) } };

/** The part of the profile that is one's own to change. What was typed survives a failed save. */
export function ProfileForm({ me }: { me: Me }) {
  const save = useSaveProfile(me.id);
  const before = ownFields(me);
  const form = useForm<OwnFields>({ defaultValues: before });
  const { errors, isDirty } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      await save.mutateAsync(values);
      form.reset(values);
      notify({ message: m.account_saved(), undo: () => void takeBack() });
    } catch (error) {
      // The shell asks to sign in again; the form just waits with what was typed.
      if (error instanceof ApiError && error.status === 401) return;
      const message = error instanceof Error ? error.message : m.shell_error_unknown();
      const field = error instanceof ApiError ? error.field : undefined;
      if (field !== undefined && field in before)
        form.setError(field as keyof OwnFields, { message }, { shouldFocus: true });
      else form.setError('root', { message });
    }
  });

  const takeBack = async () => {
    try {
      await save.mutateAsync(before);
      form.reset(before);
      notify({ message: m.account_undone(), tone: 'info' });
    } catch (error) {
      notify({ message: error instanceof Error ? error.message : m.shell_error_unknown(), tone: 'danger' });
    }
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <UnsavedGuard unsaved={isDirty} />
      {errors.root && <Problem>{errors.root.message}</Problem>}
      <div className={classes.fields}>
        <TextInput
          label={m.account_phone()}
          type="tel"
          autoComplete="tel"
          {...form.register('phone', rule)}
          error={errors.phone?.message}
        />
        <TextInput
          label={m.account_extension()}
          inputMode="numeric"
          {...form.register('extension', rule)}
          error={errors.extension?.message}
        />
        <TextInput
          label={m.account_mobile()}
          type="tel"
          {...form.register('mobile', rule)}
          error={errors.mobile?.message}
        />
        <TextInput
          label={m.account_known_as()}
          description={m.account_known_as_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="nickname"
          {...form.register('knownAs', rule)}
          error={errors.knownAs?.message}
        />
      </div>
      <Group gap="xs">
        <Button type="submit" loading={save.isPending} disabled={!isDirty}>
          {m.account_save()}
        </Button>
        {isDirty && (
          <Button variant="default" onClick={() => form.reset()}>
            {m.account_discard()}
          </Button>
        )}
      </Group>
    </form>
  );
}
