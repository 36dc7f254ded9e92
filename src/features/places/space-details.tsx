import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { PlanIcon } from '#src/ui/places-icons.tsx';
import { RequestIcon } from '#src/ui/request-icons.tsx';
import { Facts } from './facts.tsx';
import classes from './places.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { Sitters } from './sitters.tsx';
import { TypeName } from './space-columns.tsx';
import { SpaceForm } from './space-form.tsx';
import { planPath } from './whereabouts.ts';

type Props = { space: Room; onRemoved: () => void };

/** All there is to say of a space, and what may be done with it. */
export function SpaceDetails({ space, onRemoved }: Props) {
  const me = useMe();
  const { siteAdmin } = me;
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const { floor, type, capacity, mailStop, costCenters, description } = space;
  const use = [
    type.occupiable ? m.places_kind_occupiable() : m.places_kind_other(),
    ...(type.parkingSpace ? [m.places_parking()] : []),
  ].join(' · ');
  return (
    <div className={classes.details}>
      <div className={classes.ways}>
        <LinkButton
          to={planPath(floor.id)}
          variant="default"
          size="compact-md"
          leftSection={<PlanIcon size={15} />}
        >
          {m.places_plan_of({ name: floor.name })}
        </LinkButton>
        {uses(me, 'service') && (
          <LinkButton
            to="/requests/new"
            search={{ roomId: space.id }}
            variant="default"
            size="compact-md"
            leftSection={<RequestIcon size={15} />}
          >
            {m.requests_report_here()}
          </LinkButton>
        )}
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
      </div>
      <Facts
        facts={[
          [
            m.places_building(),
            <TextLink key="b" to="/places/$buildingId" params={{ buildingId: floor.building.id }} size="sm">
              <bdi>{floor.building.name}</bdi>
            </TextLink>,
          ],
          [m.places_floor(), floor.name],
          [m.places_type(), <TypeName key="t" type={type} />],
          [m.places_kind(), use],
          [m.places_capacity(), capacity === undefined ? undefined : formatNumber(capacity)],
          [m.places_booking(), space.reservable ? m.places_reservable() : m.places_not_reservable()],
          [m.places_mail_stop(), mailStop?.name],
        ]}
      />
      {description && (
        <p className={classes.description} dir="auto">
          {description}
        </p>
      )}
      <section aria-labelledby="cost-centers">
        <h3 id="cost-centers" className={classes.heading}>
          {m.places_cost_centers()}
        </h3>
        {costCenters.length === 0 ? (
          <p className={classes.hint}>{m.places_no_cost_centers()}</p>
        ) : (
          <ul className={classes.plain}>
            {costCenters.map(({ id, name, category }) => (
              <li key={id}>
                <bdi>{name}</bdi> <span className={classes.dim}>{category.name}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Sitters room={space.id} />
      {doing === 'edit' && <SpaceForm space={space} onClose={() => setDoing(undefined)} />}
      {doing === 'remove' && (
        <RemoveDialog
          kind="room"
          place={space}
          onClose={(removed) => {
            setDoing(undefined);
            if (removed) onRemoved();
          }}
        />
      )}
    </div>
  );
}
