import '@mantine/core/styles/Notification.layer.css';
import '@mantine/notifications/styles.layer.css';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import * as m from '#messages';
import { useStore } from '#src/lib/store.ts';
import { CheckIcon, ErrorIcon, InfoIcon, UndoIcon } from './icons.tsx';
import classes from './notices.module.css';
import { type Notice, waiting } from './notify.ts';

const icons = { success: CheckIcon, danger: ErrorIcon, info: InfoIcon };

export default function Notices() {
  const queue = useStore(waiting);
  useEffect(() => {
    if (queue.length === 0) return;
    for (const notice of queue) show(notice);
    waiting.set([]);
  }, [queue]);
  // On a phone the thumb's buttons are at the foot of the view: nothing may lie over them.
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  return (
    <Notifications
      position={phone ? 'top-center' : 'bottom-center'}
      className={classes.place}
      limit={3}
      transitionDuration={120}
      zIndex={350}
    />
  );
}

function show({ message, tone = 'success', undo }: Notice): void {
  const Icon = icons[tone];
  const id = notifications.show({
    // What went wrong stays until it was read.
    autoClose: tone === 'danger' ? false : undo ? 8000 : 4000,
    withBorder: true,
    classNames: { root: classes.notice, icon: classes.icon },
    'data-tone': tone,
    icon: <Icon size={16} />,
    closeButtonProps: { 'aria-label': m.ui_close() },
    message: (
      <span className={classes.line}>
        <span>{message}</span>
        {undo && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<UndoIcon size={14} />}
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {m.ui_undo()}
          </Button>
        )}
      </span>
    ),
  });
}
