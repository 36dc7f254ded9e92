import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import * as m from '#messages';
import { useReturnFocus } from './use-return-focus.ts';

type Props = {
  title: string;
  onClose: () => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** The verb, never "OK". */
  submitLabel: string;
  busy: boolean;
  /** Why the last try did not work, where no field is at fault. */
  problem?: string | undefined;
  /** For longer forms: the width, and the whole screen of a phone. */
  size?: number;
  fullScreen?: boolean | undefined;
  /** Instead of the button that lets it be. */
  back?: ReactNode;
  children: ReactNode;
};

/** A short form in a dialog; a click beside it does not throw away what was typed. */
export function FormDialog(props: Props) {
  const { title, onClose, onSubmit, submitLabel, busy, problem, size, fullScreen, back, children } = props;
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      {...(size && { size })}
      fullScreen={fullScreen ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <form
        onSubmit={(event) => {
          // A dialog stands, for React, inside the form that opened it.
          event.stopPropagation();
          onSubmit(event);
        }}
        noValidate
      >
        <Stack gap="sm">
          {children}
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            {back ?? (
              <Button variant="default" onClick={onClose}>
                {m.ui_cancel()}
              </Button>
            )}
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
