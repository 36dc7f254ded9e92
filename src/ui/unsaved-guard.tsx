import { useBlocker } from '@tanstack/react-router';
import * as m from '#messages';
import { Confirm } from './confirm.tsx';

type Props = {
  unsaved: boolean;
  /** The parameter of the address that says which record is open beside a list; another one is another page. */
  record?: string;
};

/** Asks before a link, Back or closing the tab throws away what was typed. Another filter on the same page is fine. */
export function UnsavedGuard({ unsaved, record }: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved &&
      (current.pathname !== next.pathname || opened(current.search, record) !== opened(next.search, record)),
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

const opened = (search: object, record: string | undefined) =>
  record === undefined ? undefined : (search as Record<string, unknown>)[record];
