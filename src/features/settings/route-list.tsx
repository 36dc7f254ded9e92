import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { ChevronDownIcon } from '#src/ui/icons.tsx';
import { type Place, PlaceDialog } from './place-dialog.tsx';
import { RouteStops } from './route-stops.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import classes from './settings.module.css';
import { useHidePlace } from './use-hide-place.ts';

type Props = { desk: MailDesk; open: number | undefined; onOpen: (route: number | undefined) => void };

/** The routes of the mail carts, each with its stops in the order they are called at. */
export function RouteList({ desk, open, onOpen }: Props) {
  const [editing, setEditing] = useState<Place | 'new'>();
  const hide = useHidePlace('routes', desk);
  const stopsOf = (id: number) => desk.mailStops.filter(({ routeIds }) => routeIds.includes(id)).length;
  return (
    <>
      <p className={classes.hint}>{m.settings_routes_text()}</p>
      <div className={classes.bar}>
        <span />
        <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={() => setEditing('new')}>
          {m.settings_route_new()}
        </Button>
      </div>
      {desk.routes.length === 0 ? (
        <p className={classes.nothing}>{m.settings_none_yet()}</p>
      ) : (
        <ul className={classes.list} aria-label={m.settings_routes()}>
          {desk.routes.map((route) => (
            <li key={route.id}>
              <div className={classes.row}>
                <button
                  type="button"
                  className={classes.open}
                  aria-expanded={route.id === open}
                  onClick={() => onOpen(route.id === open ? undefined : route.id)}
                >
                  <ChevronDownIcon size={15} />
                  <bdi className={classes.name} title={route.name}>
                    {route.name}
                  </bdi>
                </button>
                <span className={classes.dim}>
                  {[
                    m.settings_stops_count({ count: stopsOf(route.id) }),
                    route.forShipping && m.settings_shipping(),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <RowButtons name={route.name} onEdit={() => setEditing(route)} onHide={() => hide(route)} />
              </div>
              {route.id === open && <RouteStops key={route.id} desk={desk} id={route.id} />}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <PlaceDialog
          kind="routes"
          desk={desk}
          {...(editing !== 'new' && { place: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
