import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { When } from '#src/ui/when.tsx';
import { RequestCommentForm } from './request-comment-form.tsx';
import { RequestHistory } from './request-history.tsx';
import { RequestPictures } from './request-pictures.tsx';
import { requestCommentsOptions } from './request-queries.ts';
import classes from './request.module.css';

/**
 * What is said about a request, its photographs, and what happened to it.
 * @param staff whether the reader works in its center: they choose who may read a comment
 */
export function RequestTalk({ request, staff }: { request: ServiceRequest; staff: boolean }) {
  return (
    <div className={classes.talk}>
      <RequestPictures request={request} />
      <section className={classes.section} aria-label={m.request_comments()}>
        <h3>{m.request_comments()}</h3>
        <Comments id={request.id} />
        <RequestCommentForm key={request.id} id={request.id} staff={staff} />
      </section>
      <RequestHistory id={request.id} />
    </div>
  );
}

function Comments({ id }: { id: number }) {
  const { data, error } = useQuery(requestCommentsOptions(id));
  if (!data)
    return error ? (
      <p className={classes.wrong} role="alert">
        {error.message}
      </p>
    ) : (
      <Skeleton height={40} />
    );
  return (
    <ul className={classes.comments}>
      {data.map(({ id: key, content, enteredBy, dateCreated, internal }) => (
        <li key={key} className={classes.comment} data-internal={internal || undefined}>
          <span className={classes.line}>
            <strong>
              <bdi>{enteredBy.name}</bdi>
            </strong>
            <span className={classes.dim}>
              <When ms={dateCreated} />
            </span>
            {internal && <span className={classes.dim}>{m.request_comment_internal_mark()}</span>}
          </span>
          <p className={classes.text} dir="auto">
            {content}
          </p>
        </li>
      ))}
    </ul>
  );
}
