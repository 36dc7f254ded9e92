import { Drawer, Popover, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import * as m from '#messages';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { noticesKey, unreadOptions } from '#src/features/notices/queries.ts';
import { upTo99 } from '#src/lib/numbers.ts';
import { tabCount } from '#src/lib/tab-title.ts';
import { BellIcon } from '#src/ui/notice-icons.tsx';
import classes from './bell.module.css';

const BellPanel = lazy(() => import('./bell-panel.tsx'));

/** What somebody has not read yet, from every page: a number, and the newest when asked for. */
export default function Bell() {
  const [open, setOpen] = useState(false);
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const { data } = useQuery(unreadOptions);
  useLiveTopic('notices', noticesKey);
  const unread = data?.count ?? 0;
  useEffect(() => {
    tabCount.set(unread);
    return () => tabCount.set(0);
  }, [unread]);

  const close = () => setOpen(false);
  const label = unread > 0 ? m.news_bell_unread({ count: unread }) : m.news_bell();
  const bell = (
    <button
      type="button"
      className={classes.bell}
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      <BellIcon size={20} />
      {unread > 0 && (
        <span aria-hidden="true" className={classes.badge}>
          {upTo99(unread)}
        </span>
      )}
    </button>
  );
  const panel = (
    <Suspense fallback={<div className={classes.coming} />}>
      <BellPanel unread={unread} onLeave={close} />
    </Suspense>
  );
  return (
    <>
      {narrow ? (
        <>
          {bell}
          <Drawer
            opened={open}
            position="right"
            size="100%"
            title={m.news_newest()}
            closeButtonProps={{ 'aria-label': m.ui_close(), size: 44 }}
            onClose={close}
          >
            {panel}
          </Drawer>
        </>
      ) : (
        <Popover
          opened={open}
          onChange={setOpen}
          width={400}
          position="bottom-end"
          trapFocus
          returnFocus
          shadow="md"
        >
          <Popover.Target>{bell}</Popover.Target>
          <Popover.Dropdown p={0}>{panel}</Popover.Dropdown>
        </Popover>
      )}
      <Announcement unread={data?.count} />
    </>
  );
}

/** Says how many there are when there are more than before; not when the page opens, nor when some are read. */
function Announcement({ unread }: { unread: number | undefined }) {
  const [known, setKnown] = useState(unread);
  const [said, setSaid] = useState('');
  if (unread !== known) {
    setKnown(unread);
    if (unread !== undefined && known !== undefined)
      setSaid(unread > known ? m.news_bell_unread({ count: unread }) : '');
  }
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
