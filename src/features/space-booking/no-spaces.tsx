import { Button } from '@mantine/core';
import * as m from '#messages';
import { CalendarIcon } from '#src/ui/booking-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { BuildingIcon } from '#src/ui/places-icons.tsx';

type Props = { filtered: boolean; onAll: () => void };

/** Where there is nothing to book: why, and what to do. */
export const NoSpaces = ({ filtered, onAll }: Props) =>
  filtered ? (
    <EmptyState
      icon={<SearchIcon size={22} />}
      title={m.booking_none_found()}
      action={
        <Button variant="default" onClick={onAll}>
          {m.booking_clear()}
        </Button>
      }
    >
      {m.booking_none_found_text()}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<CalendarIcon size={22} />}
      title={m.booking_none_title()}
      action={
        <LinkButton to="/spaces" variant="default">
          {m.booking_none_open()}
        </LinkButton>
      }
    >
      {m.booking_none_text()}
    </EmptyState>
  );

export const NoBuilding = ({ siteAdmin }: { siteAdmin: boolean }) => (
  <EmptyState
    icon={<BuildingIcon size={22} />}
    title={m.booking_no_building()}
    action={
      siteAdmin && (
        <LinkButton to="/places" variant="default">
          {m.places_nav()}
        </LinkButton>
      )
    }
  >
    {m.booking_no_building_text()}
  </EmptyState>
);
