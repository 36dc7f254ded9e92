import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as m from '#messages';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { lookAway } from './api.ts';
import { lookingKey, lookingOptions } from './queries.ts';
import classes from './request-queue.module.css';

/** Who else has it open, by name; and tells the others that one has. */
export function RequestLookers({ id }: { id: number }) {
  const { data = [] } = useQuery(lookingOptions(id));
  useLiveTopic('service-looking', lookingKey);
  useEffect(
    () => () => {
      // Where this does not arrive, the server forgets by itself within the minute.
      lookAway(id).catch(() => {});
    },
    [id],
  );
  return (
    <div role="status">
      {data.length > 0 && (
        <p className={classes.lookers}>
          {data.slice(0, 3).map(({ id: key, name }) => (
            <Avatar key={key} name={name} size={20} />
          ))}
          <span>{m.queue_looking({ names: data.map(({ name }) => name).join(', ') })}</span>
        </p>
      )}
    </div>
  );
}
