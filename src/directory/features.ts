import type { Feature } from '#contract/organisation.ts';
import type { Me } from '#contract/users.ts';

// The names are spelled out and the contract is not loaded: the shell reads this, and zod stays out of the first load.
/** Where the screens of each feature are. */
const places: Record<Feature, readonly string[]> = {
  mail: ['/mail', '/parcels'],
  booking: ['/bookings', '/s'],
  service: ['/requests'],
  moves: ['/moves'],
  assets: ['/assets'],
  'cost-centers': ['/cost-centers'],
  contacts: ['/contacts'],
  agreements: ['/agreements'],
  leave: ['/leave'],
};

/** Whether the organisation uses a feature. What is switched off is shown to nobody. */
export const uses = (me: Me, feature: Feature): boolean => me.organisation.features.includes(feature);

/** The feature whose screen stands at an address; undefined for what is always there. */
export function featureAt(pathname: string): Feature | undefined {
  const features = Object.keys(places) as Feature[];
  return features.find((feature) =>
    places[feature].some((place) => pathname === place || pathname.startsWith(`${place}/`)),
  );
}
