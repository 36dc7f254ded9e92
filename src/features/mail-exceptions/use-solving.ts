import { useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import type { Outcome } from '#src/directory/delivery.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { notify } from '#src/ui/notify.ts';
import { type Assignment, useAssign, useUnassign } from './mutations.ts';
import { type Solved, withoutSolved, withSolved } from './solved.ts';

/** Solves exceptions and keeps what was done with each, to be taken back. */
export function useSolving() {
  const [solved, setSolved] = useState<readonly Solved[]>([]);
  const { mutate: assign } = useAssign();
  const { mutate: unassign, isPending: undoing } = useUnassign();
  const add = (more: readonly Solved[]) => setSolved((before) => withSolved(before, more));

  return {
    solved,
    undoing,
    assign: (items: readonly MailItem[], person: Assignment['person']) => {
      const names = new Map(items.map(({ id, recipientName }) => [id, recipientName]));
      assign(
        { items, person, key: randomKey() },
        {
          onSuccess: (now) =>
            add(
              now.map((item) => ({
                item: { ...item, ...(names.get(item.id) && { recipientName: names.get(item.id) }) },
                person: person.name,
              })),
            ),
          onError: ({ message }) =>
            notify({ message: m.exceptions_assign_failed({ reason: message }), tone: 'danger' }),
        },
      );
    },
    left: (items: readonly MailItem[], outcome: Outcome) => add(items.map((item) => ({ item, outcome }))),
    undo: ({ item }: Solved) =>
      unassign(item, {
        onSuccess: () => setSolved((before) => withoutSolved(before, item.id)),
        onError: ({ message }) =>
          notify({ message: m.exceptions_undo_failed({ reason: message }), tone: 'danger' }),
      }),
  };
}
