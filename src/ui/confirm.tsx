import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import * as m from '#messages';
import { useReturnFocus } from './use-return-focus.ts';

export type ConfirmProps = {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** The question, in the words of what will happen. */
  title: string;
  children?: ReactNode;
  /** The verb, never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  busy?: boolean;
  /** There is nothing to confirm yet. */
  disabled?: boolean;
  /** Why the last try did not work. */
  problem?: string | undefined;
};

/** Asks before what cannot be undone. What can be undone is done at once, with Undo in the notice. */
export function Confirm(props: ConfirmProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size="sm"
      withCloseButton={false}
    >
      {props.opened && <ReturnFocus />}
      {props.children && (
        <Text size="sm" c="dimmed" component="div">
          {props.children}
        </Text>
      )}
      {props.problem && (
        <Alert color="red" role="alert" mt="sm">
          {props.problem}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={props.onClose} data-autofocus={props.danger || undefined}>
          {props.cancelLabel ?? m.ui_cancel()}
        </Button>
        <Button
          {...(props.danger && { color: 'red' })}
          loading={props.busy}
          onClick={props.onConfirm}
          data-autofocus={props.danger ? undefined : true}
        >
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}

/** Mantine gives the focus back when a dialog closes, not when it leaves the page open. */
function ReturnFocus() {
  useReturnFocus();
  return null;
}
