import { ActionIcon } from '@mantine/core';
import * as m from '#messages';
import type { BookingRule } from '#contract/booking-rules.ts';
import { ruleSentence } from '#src/directory/rule-words.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import classes from './rules.module.css';
import { nameOf } from './rule-writes.ts';

type Props = {
  label: string;
  rules: readonly BookingRule[];
  onEdit: (rule: BookingRule) => void;
  onRemove: (rule: BookingRule) => void;
};

/** Rules of one kind, each with what it means. */
export function RuleGroup({ label, rules, onEdit, onRemove }: Props) {
  return (
    <section aria-label={label}>
      <h2 className={classes.heading}>{label}</h2>
      <ul className={classes.list}>
        {rules.map((rule) => (
          <li key={rule.id} className={classes.row}>
            <span className={classes.text}>
              <bdi className={classes.name}>{nameOf(rule)}</bdi>
              <span className={classes.terms}>{ruleSentence(rule)}</span>
            </span>
            <span className={classes.buttons}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={m.rules_edit({ name: nameOf(rule) })}
                title={m.rules_edit_short()}
                onClick={() => onEdit(rule)}
              >
                <PencilIcon size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={m.rules_remove({ name: nameOf(rule) })}
                title={m.rules_remove_short()}
                onClick={() => onRemove(rule)}
              >
                <TrashIcon size={16} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
