import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import { RequestClockDetails } from '#src/directory/request-clock.tsx';
import { RequestFacts } from '#src/directory/request-facts.tsx';
import { requestOptions } from '#src/directory/request-queries.ts';
import { RequestStatus } from '#src/directory/request-status.tsx';
import { RequestTalk } from '#src/directory/request-talk.tsx';
import { worksAt } from '#src/directory/rights.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { RequestCrew } from './request-crew.tsx';
import { RequestLookers } from './request-lookers.tsx';
import classes from './request-queue.module.css';
import { RequestSteps } from './request-steps.tsx';
import { RequestUrgency } from './request-urgency.tsx';
import { RequestWork } from './request-work.tsx';
import { isClosed } from '#src/directory/request-steps.ts';
import type { Asked } from './use-asking.ts';

type Props = {
  id: number;
  ask: (kind: Asked, requests: readonly ServiceRequest[]) => void;
  onClose: () => void;
  /** Shows the others of the same space. */
  onSpace: (roomId: number) => void;
};

/** A request with all that its work needs: beside the list on a desk, on the whole screen of a phone. */
export function RequestPanel(props: Props) {
  const { id, onClose } = props;
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false });
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const { data, error, refetch } = useQuery(requestOptions(id));
  const title = data ? <bdi>{data.type.name}</bdi> : `#${id}`;
  const body = data ? (
    <Body {...props} request={data} />
  ) : error ? (
    <EmptyState
      icon={<ErrorIcon size={22} />}
      title={m.queue_one_failed()}
      action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
    >
      {error.message}
    </EmptyState>
  ) : (
    <Skeleton height={180} />
  );
  if (narrow)
    return (
      <Drawer
        opened
        position="right"
        size={phone ? '100%' : 460}
        title={title}
        onClose={onClose}
        closeButtonProps={{ 'aria-label': m.queue_close() }}
      >
        {body}
      </Drawer>
    );
  return (
    <Panel label={m.queue_one_label()} title={title} closeLabel={m.queue_close()} onClose={onClose}>
      {body}
    </Panel>
  );
}

function Body({ request, ask, onSpace }: Props & { request: ServiceRequest }) {
  const staff = worksAt(useMe(), request);
  return (
    <div className={classes.body}>
      <div className={classes.lead}>
        <RequestStatus request={request} />
        <span className={classes.dim}>#{request.id}</span>
      </div>
      {staff && <RequestLookers key={request.id} id={request.id} />}
      <RequestClockDetails key={`clock-${request.id}`} request={request} />
      {staff && <RequestSteps key={`steps-${request.id}`} request={request} ask={ask} />}
      {staff && <RequestCrew request={request} onAssign={() => ask('assign', [request])} />}
      {staff && !isClosed(request) && <RequestUrgency key={`urgency-${request.id}`} request={request} />}
      <section className={classes.section} aria-label={m.queue_facts()}>
        <h3>{m.queue_facts()}</h3>
        <RequestFacts request={request} crew={!staff} />
        <button type="button" className={classes.more} onClick={() => onSpace(request.room.id)}>
          {m.queue_same_space()}
        </button>
      </section>
      {staff && <RequestWork key={`work-${request.id}`} request={request} />}
      <RequestTalk key={`talk-${request.id}`} request={request} staff={staff} />
    </div>
  );
}
