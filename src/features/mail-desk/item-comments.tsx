import { Alert, Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { When } from '#src/ui/when.tsx';
import classes from './item-body.module.css';
import { useComment } from './mutations.ts';

/** What was said about an item, and room to add to it. */
export function ItemComments({ item, canAdd }: { item: MailItem; canAdd: boolean }) {
  const [comment, setComment] = useState('');
  const { mutate, isPending, error } = useComment();
  const { keyFor, settle } = useIntentionKey();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = comment.trim();
    if (!said || isPending) return;
    mutate(
      { id: item.id, comment: said, key: keyFor(said) },
      {
        onSuccess: () => {
          settle();
          setComment('');
        },
      },
    );
  };
  return (
    <>
      {item.comments.length === 0 && !canAdd && <p className={classes.dim}>{m.mail_comments_none()}</p>}
      <ul className={classes.comments}>
        {item.comments.map(({ id, content, enteredBy, dateCreated }) => (
          <li key={id} className={classes.comment}>
            <span className={classes.line}>
              <strong>
                <bdi>{enteredBy?.name ?? m.mail_somebody_removed()}</bdi>
              </strong>
              <span className={classes.dim}>
                <When ms={dateCreated} />
              </span>
            </span>
            <p className={classes.text} dir="auto">
              {content}
            </p>
          </li>
        ))}
      </ul>
      {canAdd && (
        <form className={classes.add} onSubmit={submit}>
          <Textarea
            aria-label={m.mail_comment_add()}
            placeholder={m.mail_comment_placeholder()}
            value={comment}
            dir="auto"
            rows={2}
            resize="vertical"
            maxLength={4000}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          {error && (
            <Alert color="red" role="alert" w="100%">
              {error.message}
            </Alert>
          )}
          <Button type="submit" variant="default" size="xs" loading={isPending} disabled={!comment.trim()}>
            {m.mail_comment_add()}
          </Button>
        </form>
      )}
    </>
  );
}
