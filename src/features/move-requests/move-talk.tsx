import { Alert, Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { commentOnMove } from '#src/directory/move-api.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { When } from '#src/ui/when.tsx';
import { MessageDialog } from './message-dialog.tsx';
import classes from './move.module.css';

/** What is said about a move. */
export function MoveTalk({ move }: { move: MoveRequest }) {
  const [comment, setComment] = useState('');
  const [writing, setWriting] = useState(false);
  const { keyFor, settle } = useIntentionKey();
  const write = useMoveWrite((text: string) => commentOnMove(move.id, text, keyFor(text)));
  const send = () => {
    if (!comment.trim() || write.isPending) return;
    write.mutate(comment.trim(), {
      onSuccess: () => {
        settle();
        setComment('');
      },
    });
  };
  return (
    <section className={classes.section} aria-label={m.moves_comments()}>
      <Group justify="space-between" gap="xs">
        <h2 className={classes.heading}>{m.moves_comments()}</h2>
        {move.allowed?.includes('tasks') && (
          <Button variant="default" size="compact-sm" onClick={() => setWriting(true)}>
            {m.moves_write()}
          </Button>
        )}
      </Group>
      {writing && <MessageDialog id={move.id} onClose={() => setWriting(false)} />}
      {move.comments.length > 0 && (
        <ul className={classes.comments}>
          {move.comments.map(({ id, content, enteredBy, dateCreated }) => (
            <li key={id}>
              <span className={classes.commentHead}>
                <strong>
                  <bdi>{enteredBy?.name ?? m.moves_by_itself()}</bdi>
                </strong>
                <When ms={dateCreated} />
              </span>
              <p className={classes.text} dir="auto">
                {content}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form
        className={classes.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
      >
        <Textarea
          aria-label={m.moves_comment()}
          placeholder={m.moves_comment_hint()}
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
        <Button
          type="submit"
          variant="default"
          size="xs"
          loading={write.isPending}
          disabled={!comment.trim()}
        >
          {m.moves_comment_add()}
        </Button>
      </form>
    </section>
  );
}
