import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import * as m from '#messages';
import type { MailItem, Recipient } from '#contract/mail.ts';
import { whereabouts } from '#src/directory/person-option.tsx';
import { Avatar } from '#src/ui/avatar.tsx';
import classes from './exceptions.module.css';
import { suggestionsOptions } from './queries.ts';

/** As many as the keys 1 to 3 can answer. */
export const ANSWERS = 3;
/** What a tap on an answer does; by context, so that the columns stay the same while the list changes. */
export const Answering = createContext<(item: MailItem, person: Recipient) => void>(() => {});

/** One-tap answers to whom a label means. */
export function SuggestionButtons({ item }: { item: MailItem }) {
  const onPick = use(Answering);
  const { data, isPending, error } = useQuery(suggestionsOptions(item.id));
  if (isPending) return <span className={classes.bone} aria-hidden="true" />;
  if (error) return <span className={classes.dim}>{m.exceptions_suggestions_failed()}</span>;
  if (data.length === 0) return <span className={classes.dim}>{m.exceptions_suggestions_none()}</span>;
  return (
    <span className={classes.answers}>
      {data.slice(0, ANSWERS).map((person) => (
        <button
          key={person.id}
          type="button"
          tabIndex={-1}
          className={classes.answer}
          aria-label={m.exceptions_assign_to({ name: person.name })}
          title={[person.name, whereabouts(person)].filter(Boolean).join('\n')}
          onClick={() => onPick(item, person)}
        >
          <Avatar name={person.name} color={person.color} size={18} />
          <bdi className={classes.clip}>{person.name}</bdi>
        </button>
      ))}
    </span>
  );
}
