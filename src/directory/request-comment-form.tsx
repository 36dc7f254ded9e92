import { Alert, Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { addComment } from './request-api.ts';
import { useRequestWrite } from './request-queries.ts';
import classes from './request.module.css';

type Said = { comment: string; internal: boolean };

/** Room for a comment. Who works on the request may keep it from the requester. */
export function RequestCommentForm({ id, staff }: { id: number; staff: boolean }) {
  const [comment, setComment] = useState('');
  const [internal, setInternal] = useState(false);
  const { keyFor, settle } = useIntentionKey();
  const write = useRequestWrite((said: Said) => addComment(id, said.comment, said.internal, keyFor(said)));
  const send = () => {
    const said = { comment: comment.trim(), internal: staff && internal };
    if (!said.comment || write.isPending) return;
    write.mutate(said, {
      onSuccess: () => {
        settle();
        setComment('');
      },
    });
  };
  return (
    <form
      className={classes.add}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        aria-label={m.request_comment_text()}
        placeholder={internal ? m.request_comment_internal_hint() : m.request_comment_hint()}
        value={comment}
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        onChange={(event) => setComment(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      {write.error && (
        <Alert color="red" role="alert">
          {write.error.message}
        </Alert>
      )}
      <span className={classes.addEnd}>
        {staff ? (
          <Checkbox
            size="xs"
            label={m.request_comment_internal()}
            checked={internal}
            onChange={(event) => setInternal(event.currentTarget.checked)}
          />
        ) : (
          <span />
        )}
        <Button
          type="submit"
          variant="default"
          size="xs"
          loading={write.isPending}
          disabled={!comment.trim()}
        >
          {m.request_comment_add()}
        </Button>
      </span>
    </form>
  );
}
