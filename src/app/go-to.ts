import type { Me } from '#contract/users.ts';
import { navigationFor } from './navigation.ts';

/** The second key after "g", by what the navigation leads to. */
const keys: Record<string, string> = {
  '/': 'h',
  '/mail': 'm',
  '/parcels': 'c',
  '/bookings': 'b',
  '/requests': 'r',
  '/assets': 'a',
  '/moves': 'v',
  '/people': 'p',
  '/places': 'l',
  '/spaces': 's',
  '/settings': 't',
};

/** Where "g" and a letter lead somebody. */
export const goTargets = (me: Me) =>
  navigationFor(me).flatMap(({ to, label }) => (keys[to] ? [{ key: keys[to], to, label }] : []));
