import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Building } from '#contract/places.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { BuildingForm } from './building-form.tsx';
import { formatPoint, pointOf } from './distance.ts';
import { Facts } from './facts.tsx';
import { FloorList } from './floor-list.tsx';
import { isGone, PlaceMissing } from './place-missing.tsx';
import classes from './places.module.css';
import { contentsOptions, placeOptions } from './queries.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { useLivePlaces } from './use-live-places.ts';
import { addressLine, planPath } from './whereabouts.ts';

/** One building: where it is, and its floors. */
export function BuildingPage({ id }: { id: number }) {
  useLivePlaces();
  const { data, error, refetch } = useQuery(placeOptions('building', id));
  if (!data || isGone(error))
    return <PlaceMissing error={error} to="/places" onRetry={() => void refetch()} />;
  return <BuildingView key={data.id} building={data} />;
}

function BuildingView({ building }: { building: Building }) {
  const { siteAdmin, organisation } = useMe();
  const navigate = useNavigate();
  const contents = useQuery(contentsOptions('building', building.id)).data;
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const point = pointOf(building);
  useViewKeys(siteAdmin ? { e: () => setDoing('edit') } : {});
  return (
    <Page
      title={building.name}
      actions={
        <>
          <LinkButton to="/spaces" search={{ building: building.id }} variant="default" size="compact-md">
            {m.places_its_spaces()}
          </LinkButton>
          {siteAdmin && (
            <>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<PencilIcon size={15} />}
                onClick={() => setDoing('edit')}
              >
                {m.places_edit()}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<TrashIcon size={15} />}
                onClick={() => setDoing('remove')}
              >
                {m.places_remove()}
              </Button>
            </>
          )}
        </>
      }
    >
      <p className={classes.up}>
        <TextLink to="/places" size="sm">
          {m.places_buildings()}
        </TextLink>
      </p>
      <Facts
        facts={[
          [m.places_address(), addressLine(building.address)],
          [m.places_code(), building.code],
          [m.places_time_zone(), building.timeZone ?? m.places_zone_of_all({ zone: organisation.timeZone })],
          [
            m.places_location(),
            point && (
              <>
                <bdi>{formatPoint(point)}</bdi>
                <br />
                <TextLink to="/places" search={{ lat: point.latitude, lon: point.longitude }} size="sm">
                  {m.places_near_this()}
                </TextLink>
              </>
            ),
          ],
          [m.places_measured(), building.metric ? m.places_measured_metric() : m.places_measured_feet()],
          [m.places_spaces(), contents && formatNumber(contents.rooms)],
          [m.places_people(), contents && formatNumber(contents.people)],
        ]}
      />
      <FloorList
        building={building}
        siteAdmin={siteAdmin}
        onOpen={({ id }) => void navigate({ to: planPath(id) })}
      />
      {doing === 'edit' && <BuildingForm building={building} onClose={() => setDoing(undefined)} />}
      {doing === 'remove' && (
        <RemoveDialog
          kind="building"
          place={building}
          onClose={(removed) => {
            setDoing(undefined);
            if (removed) void navigate({ to: '/places', replace: true });
          }}
        />
      )}
    </Page>
  );
}
