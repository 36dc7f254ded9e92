import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import * as m from '#messages';
import { Confirm } from '#src/ui/confirm.tsx';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';

type Props<F extends FieldValues> = {
  title: string;
  form: UseFormReturn<F>;
  /** Saves; the dialog stays open until its owner closes it. */
  onSave: (values: F) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
};

/** A form over the page. What was typed survives a refusal, and is not thrown away without asking. */
export function FormDialog<F extends FieldValues>({ title, form, onSave, onClose, children }: Props<F>) {
  useReturnFocus();
  const [leaving, setLeaving] = useState(false);
  const { errors, isDirty, isSubmitting } = form.formState;
  const close = () => (isDirty && !isSubmitting ? setLeaving(true) : onClose());
  return (
    <>
      <Modal
        opened
        onClose={close}
        title={<bdi>{title}</bdi>}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': m.ui_close() }}
      >
        <form onSubmit={form.handleSubmit(onSave)} noValidate>
          <Stack gap="sm">
            {children}
            {errors.root && (
              <Alert color="red" role="alert">
                {errors.root.message}
              </Alert>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {m.ui_cancel()}
              </Button>
              <Button type="submit" loading={isSubmitting}>
                {m.places_save()}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <UnsavedGuard unsaved={isDirty && !isSubmitting} />
      <Confirm
        opened={leaving}
        title={m.ui_unsaved_title()}
        confirmLabel={m.ui_unsaved_leave()}
        cancelLabel={m.ui_unsaved_stay()}
        danger
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      >
        {m.ui_unsaved_text()}
      </Confirm>
    </>
  );
}
