import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { requestListOptions, useLiveRequests } from '#src/directory/request-queries.ts';
import { RequestStatus } from '#src/directory/request-status.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './asset.module.css';

/** The service requests about an asset that the reader may see, the newest first. */
export function AssetRequests({ id }: { id: number }) {
  useLiveRequests();
  const { data, error } = useInfiniteQuery(
    requestListOptions({ assetId: id, orderBy: 'dateCreated', orderByType: 'desc' }),
  );
  const requests = data?.pages.flat();
  return (
    <section className={classes.section} aria-label={m.assets_requests()}>
      <h2>{m.assets_requests()}</h2>
      {requests ? (
        requests.length > 0 ? (
          <ul className={classes.requests}>
            {requests.map((request) => (
              <li key={request.id}>
                <TextLink to="/requests" search={{ open: request.id }} size="sm">
                  <bdi>{request.type.name}</bdi>
                </TextLink>
                <span className={classes.dim}>
                  <When ms={request.dateCreated} />
                </span>
                <RequestStatus request={request} />
              </li>
            ))}
          </ul>
        ) : (
          <p className={classes.hint}>{m.assets_requests_none()}</p>
        )
      ) : error ? (
        <p className={classes.wrong} role="alert">
          {error.message}
        </p>
      ) : (
        <Skeleton height={24} />
      )}
    </section>
  );
}
