import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { notify } from '#src/ui/notify.ts';
import { changePlace, fetchRoute, hidePlace, type PlaceKind, restorePlace } from './api.ts';
import { usePlaceWrite } from './queries.ts';

/** Parcels keep these: a box is a box, whatever the desk calls new ones. */
const staying = new Set<PlaceKind>(['packageTypes', 'couriers']);

type Named = { id: number; name: string };
type RouteStops = { id: number; stops: { id: number }[] };

/** The routes that call at a stop, with their stops in order, to put it back where it was. */
function routesWith(desk: MailDesk, kind: PlaceKind, id: number): Promise<RouteStops[]> {
  const routes = kind === 'mailstops' ? (desk.mailStops.find((stop) => stop.id === id)?.routeIds ?? []) : [];
  return Promise.all(routes.map((route) => fetchRoute(route)));
}

async function restore({ kind, id, routes }: { kind: PlaceKind; id: number; routes: RouteStops[] }) {
  await restorePlace(kind, id);
  for (const { id: route, stops } of routes)
    await changePlace('routes', route, { stops: stops.map((stop) => ({ id: stop.id })) });
}

/** Takes entries out of use, with a way back; parcels that stood at a place bear none from then on. */
export function useHidePlace(kind: PlaceKind, desk: MailDesk) {
  const bringBack = usePlaceWrite(restore);
  const hide = usePlaceWrite(async ({ id }: Named) => {
    const routes = await routesWith(desk, kind, id);
    await hidePlace(kind, id);
    return routes;
  });
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  return (place: Named) =>
    hide.mutate(place, {
      onError: failed,
      onSuccess: (routes) =>
        notify({
          message: staying.has(kind)
            ? m.settings_hidden_kept({ name: place.name })
            : m.settings_hidden({ name: place.name }),
          undo: () => bringBack.mutate({ kind, id: place.id, routes }, { onError: failed }),
        }),
    });
}
