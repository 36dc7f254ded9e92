import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { RequestClockDetails } from '#src/directory/request-clock.tsx';
import { RequestFacts } from '#src/directory/request-facts.tsx';
import { requestOptions } from '#src/directory/request-queries.ts';
import { RequestStatus } from '#src/directory/request-status.tsx';
import { RequestTalk } from '#src/directory/request-talk.tsx';
import { worksAt } from '#src/directory/rights.ts';
import { ApiError } from '#src/lib/http.ts';
import { Panel } from '#src/ui/panel.tsx';
import { RequestActions } from './request-actions.tsx';
import { RequestRating } from './request-rating.tsx';
import classes from './requests.module.css';

type Props = { id: number; onClose: () => void };

/** A request beside the list, or over it on a phone. */
export function RequestPanel({ id, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 899px)', undefined, { getInitialValueInEffect: false });
  const { data } = useQuery(requestOptions(id));
  const title = <bdi>{data?.type.name ?? m.requests_one()}</bdi>;
  if (!narrow)
    return (
      <Panel label={m.requests_one()} title={title} onClose={onClose}>
        <Body id={id} onClose={onClose} />
      </Panel>
    );
  return (
    <Drawer
      opened
      position="right"
      size="100%"
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Body id={id} onClose={onClose} />
    </Drawer>
  );
}

function Body({ id, onClose }: Props) {
  const me = useMe();
  const { data: request, error, refetch } = useQuery(requestOptions(id));
  if (error instanceof ApiError && error.status === 404)
    return (
      <p role="status" className={classes.aside}>
        {m.requests_gone()}
      </p>
    );
  if (request)
    return (
      <div className={classes.panel}>
        <span className={classes.state}>
          <RequestStatus request={request} />
        </span>
        <RequestClockDetails request={request} />
        <RequestActions request={request} onCancelled={onClose} />
        <RequestRating request={request} />
        <RequestFacts request={request} />
        <RequestTalk request={request} staff={worksAt(me, request)} />
      </div>
    );
  if (!error) return <Skeleton height={200} />;
  return (
    <div role="alert">
      <p>{error.message}</p>
      <Button variant="default" onClick={() => void refetch()}>
        {m.shell_try_again()}
      </Button>
    </div>
  );
}
