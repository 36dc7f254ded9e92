import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import * as m from '#messages';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';
import { LendableList } from './lendable-list.tsx';
import { RulesForm } from './rules-form.tsx';

/** What everybody may reserve, and how often borrowers are reminded. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.lending_settings()}
      size={560}
      fullScreen={narrow ?? false}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <LendableList />
      <RulesForm />
    </Modal>
  );
}
