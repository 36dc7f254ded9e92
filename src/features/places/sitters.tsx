import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { Avatar } from '#src/ui/avatar.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { Clip } from './building-columns.tsx';
import classes from './places.module.css';
import { sittersOptions } from './queries.ts';
import { personPath } from './whereabouts.ts';

/** Who sits in a space. */
export function Sitters({ room }: { room: number }) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(sittersOptions(room));
  const people = data?.pages.flat() ?? [];
  return (
    <section aria-labelledby="sitters">
      <h3 id="sitters" className={classes.heading}>
        {m.places_sitters()}
      </h3>
      {isPending && <Skeleton height={28} />}
      {error && !data && (
        <p role="alert" className={classes.hint}>
          {error.message}{' '}
          <Button variant="default" size="compact-xs" onClick={() => void refetch()}>
            {m.shell_try_again()}
          </Button>
        </p>
      )}
      {data && people.length === 0 && <p className={classes.hint}>{m.places_nobody()}</p>}
      {people.length > 0 && (
        <ul className={classes.people}>
          {people.map(({ id, name, color, image, jobTitle }) => (
            <li key={id}>
              <Avatar name={name} color={color} src={image?.downloadURL} size={26} />
              <span className={classes.person}>
                <TextLink to={personPath(id)} size="sm">
                  <Clip>{name}</Clip>
                </TextLink>
                {jobTitle && <span className={classes.dim}>{jobTitle}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {m.places_more()}
        </Button>
      )}
    </section>
  );
}
