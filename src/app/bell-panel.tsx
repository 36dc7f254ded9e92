import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { NoticeLine } from '#src/features/notices/notice-line.tsx';
import { newestOptions, useReadAll } from '#src/features/notices/queries.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { BellIcon } from '#src/ui/notice-icons.tsx';
import classes from './bell.module.css';

type Props = { unread: number; onLeave: () => void };

/** The newest notices, each a link to what it tells of. */
export default function BellPanel({ unread, onLeave }: Props) {
  const { data, error, refetch } = useQuery(newestOptions);
  const readAll = useReadAll();
  // The drawer of a phone has a heading of its own.
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const newest = data?.[0];
  return (
    <>
      <div className={classes.head}>
        {!narrow && <h2 className={classes.title}>{m.news_newest()}</h2>}
        {unread > 0 && newest && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={readAll.isPending}
            onClick={() => readAll.mutate(newest.id)}
          >
            {m.news_read_all()}
          </Button>
        )}
      </div>
      {data && data.length > 0 && (
        <ul className={classes.list}>
          {data.map((notice) => (
            <li key={notice.id}>
              <NoticeLine notice={notice} onFollow={onLeave} />
            </li>
          ))}
        </ul>
      )}
      {data?.length === 0 && (
        <EmptyState icon={<BellIcon size={22} />} title={m.news_empty()}>
          {m.news_empty_text()}
        </EmptyState>
      )}
      {!data && !error && (
        <div role="status" aria-label={m.shell_loading()} className={classes.wait}>
          {[0, 1, 2].map((at) => (
            <Skeleton key={at} height={44} />
          ))}
        </div>
      )}
      {!data && error && (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.news_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      )}
      <div className={classes.foot}>
        <TextLink to="/notices" size="sm" onClick={onLeave}>
          {m.news_see_all()}
        </TextLink>
        <TextLink to="/notices/settings" size="sm" onClick={onLeave}>
          {m.news_settings()}
        </TextLink>
      </div>
    </>
  );
}
