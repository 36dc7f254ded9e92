import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { RequestClock } from '#src/directory/request-clock.tsx';
import { requestListOptions, useLiveRequests } from '#src/directory/request-queries.ts';
import { RequestStatus } from '#src/directory/request-status.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import classes from './requests.module.css';

const SHOWN = 5;

/** What somebody has asked for and waits for, with its clock, and the way to ask for more. */
export function HomeRequests() {
  useLiveRequests();
  const { data, error } = useInfiniteQuery(
    requestListOptions({ mine: true, open: true, orderBy: 'dateUpdated', orderByType: 'desc' }),
  );
  const requests = data?.pages.flat() ?? [];
  return (
    <section aria-labelledby="requests-open" className={classes.home}>
      <div className={classes.homeHead}>
        <h2 id="requests-open">{m.requests_home()}</h2>
        <LinkButton to="/requests/new" size="compact-md" variant={requests.length > 0 ? 'default' : 'light'}>
          {m.requests_ask()}
        </LinkButton>
      </div>
      {error && !data ? (
        <p role="alert" className={classes.aside}>
          {error.message}
        </p>
      ) : requests.length > 0 ? (
        <ul>
          {requests.slice(0, SHOWN).map((request) => (
            <li key={request.id}>
              <TextLink to="/requests/mine" search={{ open: request.id }} size="sm">
                <bdi>{request.type.name}</bdi>
              </TextLink>
              <bdi className={classes.aside}>{request.room.name}</bdi>
              <RequestStatus request={request} />
              <RequestClock request={request} />
            </li>
          ))}
          {requests.length > SHOWN && (
            <li>
              <TextLink to="/requests/mine" size="sm">
                {m.requests_all()}
              </TextLink>
            </li>
          )}
        </ul>
      ) : (
        data && <p className={classes.aside}>{m.requests_home_none()}</p>
      )}
    </section>
  );
}
