import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import type { BookingRule } from '#contract/booking-rules.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { notify } from '#src/ui/notify.ts';
import { addRule, changeRule, removeRule } from './api.ts';
import { bodyOf, subjectOf } from './rule-fields.ts';

export const nameOf = ({ room, roomType }: BookingRule): string => (room ?? roomType)?.name ?? '';

/** A write of the rules, after which everything that they bear on is read again, also when it was refused. */
export function useRuleWrite<V, T>(mutationFn: (writing: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: bookingsKey }),
  });
}

/** Takes back what was done with a rule, and removes one; each says what it did. */
export function useRuleUndo() {
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const said = (rule: BookingRule) => ({
    onError: failed,
    onSuccess: () => notify({ message: m.rules_undone({ name: nameOf(rule) }), tone: 'info' }),
  });
  const back = useRuleWrite((rule: BookingRule) => changeRule(rule.id, bodyOf(rule)));
  const again = useRuleWrite((rule: BookingRule) =>
    addRule({ ...subjectOf(rule), ...bodyOf(rule) }, randomKey()),
  );
  const away = useRuleWrite((rule: BookingRule) => removeRule(rule.id));
  return {
    /** Makes the rule what it was before. */
    putBack: (before: BookingRule) => back.mutate(before, said(before)),
    /** Removes a rule that was just made. */
    unmake: (made: BookingRule) => away.mutate(made, said(made)),
    remove: (rule: BookingRule) =>
      away.mutate(rule, {
        onError: failed,
        onSuccess: () =>
          notify({
            message: m.rules_removed({ name: nameOf(rule) }),
            undo: () => again.mutate(rule, said(rule)),
          }),
      }),
  };
}
