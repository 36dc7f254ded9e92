import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages';
import { TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { isGone, PlaceMissing } from './place-missing.tsx';
import classes from './places.module.css';
import { placeOptions } from './queries.ts';
import { SpaceDetails } from './space-details.tsx';
import { useLivePlaces } from './use-live-places.ts';

/** One space on a page of its own, to be linked to. */
export function SpacePage({ id }: { id: number }) {
  useLivePlaces();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(placeOptions('room', id));
  if (!data || isGone(error))
    return <PlaceMissing error={error} to="/spaces" onRetry={() => void refetch()} />;
  return (
    <Page title={data.name} layout="narrow">
      <p className={classes.up}>
        <TextLink to="/spaces" search={{ building: data.floor.building.id, floor: data.floor.id }} size="sm">
          {m.places_spaces_of({ name: data.floor.name })}
        </TextLink>
      </p>
      <SpaceDetails
        key={data.id}
        space={data}
        onRemoved={() => void navigate({ to: '/spaces', replace: true })}
      />
    </Page>
  );
}
