import { Alert, Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import { rateRequest } from '#src/directory/request-api.ts';
import { useRequestWrite } from '#src/directory/request-queries.ts';
import { notify } from '#src/ui/notify.ts';
import classes from './requests.module.css';

const words = [m.requests_star_1, m.requests_star_2, m.requests_star_3, m.requests_star_4, m.requests_star_5];

/** The requester's word on how it was done: one to five, each with a word, and a comment. */
export function RequestRating({ request }: { request: ServiceRequest }) {
  const me = useMe();
  const [stars, setStars] = useState(0);
  const [comment, setComment] = useState('');
  const rate = useRequestWrite(() => rateRequest(request.id, stars, comment.trim()));
  if (request.state !== 'completed' || request.requester.id !== me.id || request.rating) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stars > 0) rate.mutate(undefined, { onSuccess: () => notify({ message: m.requests_rated() }) });
  };
  return (
    <form className={classes.rating} onSubmit={submit}>
      <fieldset>
        <legend>{m.requests_rate()}</legend>
        {words.map((word, at) => (
          <label key={word()} data-on={at + 1 === stars || undefined}>
            <input
              type="radio"
              name="stars"
              value={at + 1}
              checked={at + 1 === stars}
              onChange={() => setStars(at + 1)}
            />
            <span aria-hidden="true">{at + 1}</span>
            {word()}
          </label>
        ))}
      </fieldset>
      {stars > 0 && (
        <Textarea
          label={m.requests_rate_comment()}
          value={comment}
          dir="auto"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={4000}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      {rate.error && (
        <Alert color="red" role="alert">
          {rate.error.message}
        </Alert>
      )}
      {stars > 0 && (
        <Button type="submit" size="compact-md" loading={rate.isPending}>
          {m.requests_rate_send()}
        </Button>
      )}
    </form>
  );
}
