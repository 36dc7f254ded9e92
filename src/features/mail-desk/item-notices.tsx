import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { minute } from '#src/directory/minute.ts';
import { noticeKindLabels, noticeStateFacts, noticeStory } from '#src/directory/notice-facts.ts';
import { itemNoticesOptions } from '#src/directory/notices.ts';
import { useStore } from '#src/lib/store.ts';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './item-body.module.css';

/** Who was written to about the parcel, and what still waits to be sent. Without any, it says nothing. */
export function ItemNotices({ id }: { id: number }) {
  const { data = [], error } = useQuery(itemNoticesOptions(id));
  const now = useStore(minute);
  if (data.length === 0 && !error) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{m.notices_title()}</h2>
      {error && <p className={classes.dim}>{error.message}</p>}
      <ul className={classes.comments}>
        {data.map((notice) => {
          const { label, tone, icon } = noticeStateFacts[notice.state];
          const { text, error: why } = noticeStory(notice, now);
          return (
            <li key={notice.id} className={classes.comment}>
              <span className={classes.line}>
                <StatusBadge tone={tone} icon={icon}>
                  {label()}
                </StatusBadge>
                <span>{noticeKindLabels[notice.kind]()}</span>
                <bdi>{notice.to.name}</bdi>
              </span>
              <span className={classes.dim}>
                {text}
                {why && (
                  <>
                    {' · '}
                    <bdi>{why}</bdi>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
