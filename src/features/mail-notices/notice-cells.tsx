import { Button } from '@mantine/core';
import * as m from '#messages';
import type { Notice } from '#contract/mail-notices.ts';
import { numberOf } from '#src/directory/item-facts.ts';
import { minute } from '#src/directory/minute.ts';
import { noticeKindLabels, noticeStateFacts, noticeStory } from '#src/directory/notice-facts.ts';
import { useStore } from '#src/lib/store.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './notices.module.css';
import { useRetryNotice } from './queries.ts';

export function NoticeBadge({ notice }: { notice: Notice }) {
  const { label, tone, icon } = noticeStateFacts[notice.state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {label()}
    </StatusBadge>
  );
}

/** The first links to each parcel; a message may be about a hundred. */
const LINKS = 2;
function Parcels({ items }: Pick<Notice, 'items'>) {
  if (items.length === 0) return <span className={classes.dim}>{m.notices_parcels_gone()}</span>;
  return (
    <span className={classes.parcels}>
      {items.slice(0, LINKS).map((item) => (
        <TextLink
          key={item.id}
          to="/mail/$itemId"
          params={{ itemId: item.id }}
          className={classes.parcel}
          title={numberOf(item)}
        >
          <bdi>{numberOf(item)}</bdi>
        </TextLink>
      ))}
      {items.length > LINKS && (
        <span
          className={classes.dim}
          title={items
            .slice(LINKS)
            .map((item) => numberOf(item))
            .join(', ')}
        >
          {m.notices_more({ count: items.length - LINKS })}
        </span>
      )}
    </span>
  );
}

function Story({ notice }: { notice: Notice }) {
  const { text, error } = noticeStory(notice, useStore(minute));
  return (
    <span className={classes.story} title={error ? `${text}: ${error}` : text}>
      {text}
      {error && (
        <>
          {' · '}
          <bdi className={classes.error}>{error}</bdi>
        </>
      )}
    </span>
  );
}

/** Only where the mail server was the reason: quiet times are the recipient's wish. */
function Retry({ notice }: { notice: Notice }) {
  const { mutate, isPending } = useRetryNotice();
  if (notice.state === 'sent' || notice.lastError === undefined) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={isPending}
      aria-label={m.notices_retry_one({ name: notice.to.name })}
      onClick={() =>
        mutate(notice.id, {
          onSuccess: () => notify({ message: m.notices_retried({ name: notice.to.name }), tone: 'success' }),
          onError: ({ message }) => notify({ message, tone: 'danger' }),
        })
      }
    >
      {m.notices_retry()}
    </Button>
  );
}

const To = ({ notice: { to } }: { notice: Notice }) => (
  <bdi className={classes.clip} title={`${to.name} · ${to.email}`}>
    {to.name}
  </bdi>
);

export const noticeColumns = (): GridColumn<Notice>[] => [
  {
    id: 'state',
    header: m.notices_state(),
    width: 104,
    grow: 0,
    cell: (notice) => <NoticeBadge notice={notice} />,
  },
  { id: 'to', header: m.notices_to(), width: 140, cell: (notice) => <To notice={notice} /> },
  {
    id: 'kind',
    header: m.notices_about(),
    width: 100,
    grow: 0.6,
    cell: ({ kind }) => <span className={classes.clip}>{noticeKindLabels[kind]()}</span>,
  },
  {
    id: 'items',
    header: m.notices_parcels(),
    width: 180,
    grow: 1.2,
    cell: ({ items }) => <Parcels items={items} />,
  },
  {
    id: 'story',
    header: m.notices_story(),
    width: 300,
    grow: 3,
    cell: (notice) => <Story notice={notice} />,
  },
  {
    id: 'dateCreated',
    header: m.notices_created(),
    width: 96,
    grow: 0,
    cell: ({ dateCreated }) => (
      <span className={classes.dim}>
        <When ms={dateCreated} />
      </span>
    ),
  },
  { id: 'retry', header: '', width: 112, grow: 0, cell: (notice) => <Retry notice={notice} /> },
];

/** The same for a phone. */
export function NoticeCard({ notice }: { notice: Notice }) {
  return (
    <>
      <span className={classes.cardLine}>
        <strong className={classes.cardName}>
          <To notice={notice} />
        </strong>
        <span className={classes.dim}>
          <When ms={notice.dateCreated} />
        </span>
      </span>
      <span className={classes.cardLine}>
        <NoticeBadge notice={notice} />
        <span className={classes.cardKind}>{noticeKindLabels[notice.kind]()}</span>
        <Retry notice={notice} />
      </span>
      <span className={classes.cardStory}>
        <Story notice={notice} />
      </span>
      <Parcels items={notice.items} />
    </>
  );
}
