import { useBlocker } from '@tanstack/react-router';
import * as m from '#messages';
import { Confirm } from './confirm.tsx';

/** Asks before a link, Back or closing the tab throws away what was typed. Another filter on the same page is fine. */
export function UnsavedGuard({ unsaved }: { unsaved: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Confirm
      opened={status === 'blocked'}
      title={m.ui_unsaved_title()}
      confirmLabel={m.ui_unsaved_leave()}
      cancelLabel={m.ui_unsaved_stay()}
      danger
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      {m.ui_unsaved_text()}
    </Confirm>
  );
}
