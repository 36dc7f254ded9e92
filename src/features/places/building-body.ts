import type { Building, BuildingEdit } from '#contract/places.ts';
import { pointOf } from './distance.ts';
import { numberIn } from './number-text.ts';

export type BuildingFields = {
  name: string;
  code: string;
  timeZone: string | null;
  metric: boolean;
  address: { street: string; postalCode: string; city: string; country: string | null; state: string | null };
  location: { latitude: string; longitude: string };
};

const idOf = (place: object) => ('id' in place ? String(place.id) : null);

export function buildingFields(building: Building | undefined): BuildingFields {
  const point = building && pointOf(building);
  const { street = '', postalCode = '', city = '', country = {}, state = {} } = building?.address ?? {};
  return {
    name: building?.name ?? '',
    code: building?.code ?? '',
    timeZone: building?.timeZone ?? null,
    metric: building?.metric ?? true,
    address: { street, postalCode, city, country: idOf(country), state: idOf(state) },
    location: { latitude: String(point?.latitude ?? ''), longitude: String(point?.longitude ?? '') },
  };
}

const reference = (id: string | null) => (id === null ? null : { id: Number(id) });

/**
 * The whole of a new building; of one that exists what differs from how it was: what is left out stays as others
 * may have changed it meanwhile.
 */
export function buildingBody(now: BuildingFields, known?: BuildingFields): BuildingEdit {
  const { address: a, location } = now;
  const before = known ?? buildingFields(undefined);
  const was = before.address;
  const address = {
    ...(a.street !== was.street && { street: a.street }),
    ...(a.postalCode !== was.postalCode && { postalCode: a.postalCode }),
    ...(a.city !== was.city && { city: a.city }),
    ...(a.country !== was.country && { country: reference(a.country) }),
    // A state goes with its country.
    ...((a.state !== was.state || a.country !== was.country) && { state: reference(a.state) }),
  };
  const [latitude, longitude] = [numberIn(location.latitude), numberIn(location.longitude)];
  const moved =
    location.latitude !== before.location.latitude || location.longitude !== before.location.longitude;
  return {
    ...(now.name !== before.name && { name: now.name.trim() }),
    ...(now.code !== before.code && { code: now.code.trim() }),
    ...(now.timeZone !== before.timeZone && { timeZone: now.timeZone }),
    ...((!known || now.metric !== before.metric) && { metric: now.metric }),
    ...(Object.keys(address).length > 0 && { address }),
    ...(moved && {
      location: latitude === null || longitude === null ? null : { latitude, longitude },
    }),
  };
}
