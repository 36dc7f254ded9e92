import { Alert, Button, Checkbox, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import * as m from '#messages';
import type { MailAlert } from '#src/directory/alerts.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { ApiError } from '#src/lib/http.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import classes from './alerts.module.css';
import { useWriteAlert } from './queries.ts';

type Person = { id: number; name: string };
type Fields = { notes: string; about: 'person' | 'everybody'; user: Person | null; multipleAlerts: boolean };
type Props = { note?: MailAlert; person?: Person | undefined; onClose: (saved?: boolean) => void };
const LONGEST = 1000;

/** Writes a standing note, or changes one. */
export function AlertDialog({ note, person, onClose }: Props) {
  const [choosing, setChoosing] = useState(false);
  const { keyFor, settle } = useIntentionKey();
  const write = useWriteAlert();
  const user = note?.user ?? person ?? null;
  const form = useForm<Fields>({
    defaultValues: {
      notes: note?.notes ?? '',
      about: note && !note.user ? 'everybody' : 'person',
      user: user && { id: user.id, name: user.name },
      multipleAlerts: note?.multipleAlerts ?? false,
    },
  });
  const { errors } = form.formState;
  const about = useWatch({ control: form.control, name: 'about' });

  const submit = form.handleSubmit(async ({ notes, ...rest }) => {
    const onPerson = rest.about === 'person' && rest.user;
    const body = {
      notes: notes.trim(),
      user: onPerson ? { id: onPerson.id } : null,
      multipleAlerts: Boolean(onPerson) && rest.multipleAlerts,
    };
    try {
      await write.mutateAsync(note ? { id: note.id, body } : { body, key: keyFor(body) });
      settle();
      onClose(true);
    } catch (error) {
      // The shell asks to sign in again; the form just waits with what was typed.
      if (error instanceof ApiError && error.status === 401) return;
      const message = error instanceof Error ? error.message : m.shell_error_unknown();
      const field = error instanceof ApiError ? error.field?.split('.')[0] : undefined;
      if (field === 'notes' || field === 'user') form.setError(field, { message }, { shouldFocus: true });
      else form.setError('root', { message });
    }
  });

  return (
    <Modal
      opened
      onClose={() => onClose()}
      title={note ? m.alerts_edit_title() : m.alerts_add()}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Controller
            control={form.control}
            name="about"
            render={({ field }) => (
              <SegmentedControl
                fullWidth
                aria-label={m.alerts_who()}
                value={field.value}
                onChange={field.onChange}
                data={[
                  { value: 'person', label: m.alerts_person() },
                  { value: 'everybody', label: m.alerts_everybody() },
                ]}
              />
            )}
          />
          {about === 'person' && (
            <Controller
              control={form.control}
              name="user"
              rules={{
                validate: (chosen, { about: whom }) =>
                  whom === 'everybody' || chosen !== null || m.alerts_person_missing(),
              }}
              render={({ field }) =>
                field.value && !choosing ? (
                  <div>
                    <p className={classes.chosen}>
                      <bdi title={field.value.name}>{field.value.name}</bdi>
                      <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
                        {m.mail_change()}
                      </Button>
                    </p>
                    {errors.user && (
                      <p role="alert" className={classes.error}>
                        {errors.user.message}
                      </p>
                    )}
                  </div>
                ) : (
                  <PersonPicker
                    autoFocus
                    label={m.alerts_find()}
                    error={errors.user?.message}
                    onPick={({ id, name }) => {
                      form.clearErrors('user');
                      field.onChange({ id, name });
                      setChoosing(false);
                    }}
                    onCancel={() => setChoosing(false)}
                  />
                )
              }
            />
          )}
          <Textarea
            label={m.alerts_notes()}
            placeholder={m.alerts_notes_hint()}
            dir="auto"
            rows={4}
            resize="vertical"
            maxLength={LONGEST}
            {...(user && { 'data-autofocus': true })}
            error={errors.notes?.message}
            {...form.register('notes', {
              validate: (notes) => notes.trim() !== '' || m.alerts_notes_missing(),
            })}
          />
          {about === 'person' ? (
            <Checkbox
              label={m.alerts_each_time()}
              description={m.alerts_each_time_text()}
              {...form.register('multipleAlerts')}
            />
          ) : (
            <p className={classes.hint}>{m.alerts_everybody_text()}</p>
          )}
          {errors.root && (
            <Alert color="red" role="alert">
              {errors.root.message}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onClose()}>
              {m.ui_cancel()}
            </Button>
            <Button type="submit" loading={write.isPending}>
              {m.alerts_save()}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
