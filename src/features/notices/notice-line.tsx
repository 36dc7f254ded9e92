import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { VisuallyHidden } from '@mantine/core';
import type { AppNotice } from '#contract/notices.ts';
import * as m from '#messages';
import { When } from '#src/ui/when.tsx';
import { addressOf } from './links.ts';
import classes from './notices.module.css';
import { useMark } from './queries.ts';
import { quoteOf, sentenceOf } from './sentences.ts';

type Props = { notice: AppNotice; onFollow?: () => void };

/** One notice as a link to its record; whoever follows it has read it. */
export function NoticeLine({ notice, onFollow }: Props) {
  const router = useRouter();
  const mark = useMark();
  const unread = notice.readAt === undefined;
  const quote = quoteOf(notice);
  const follow = (event: MouseEvent) => {
    if (unread) mark.mutate({ id: notice.id, read: true });
    // Another tab or window is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow?.();
    void router.navigate({ href: addressOf(notice) });
  };
  return (
    <a
      className={classes.line}
      href={addressOf(notice)}
      data-unread={unread || undefined}
      data-notice={notice.id}
      onClick={follow}
    >
      <span className={classes.dot} aria-hidden="true" />
      <span className={classes.words}>
        <span className={classes.sentence} dir="auto">
          {unread && <VisuallyHidden>{m.news_is_unread()} </VisuallyHidden>}
          {sentenceOf(notice)}
        </span>
        {quote && (
          <q className={classes.quote} dir="auto">
            {quote}
          </q>
        )}
        <span className={classes.when}>
          <When ms={notice.dateCreated} />
        </span>
      </span>
    </a>
  );
}
