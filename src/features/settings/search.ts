import type { Me } from '#contract/users.ts';
import { uses } from '#src/directory/features.ts';
import { managesCenters } from '#src/directory/rights.ts';
import { numberIn } from '#src/lib/address.ts';

// Spelled out here, not where they are drawn: routes read this, and views stay out of the first load.
export const settingNames = [
  'organisation',
  'features',
  'centers',
  'routes',
  'stops',
  'racks',
  'packages',
  'couriers',
] as const;
export type SettingName = (typeof settingNames)[number];
export type SettingSearch = { tab?: SettingName; route?: number; center?: number };

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readSettingSearch(raw: Record<string, unknown>): SettingSearch {
  const tab = settingNames.find((name) => name === raw.tab && name !== 'organisation');
  const [route, center] = [numberIn(raw.route), numberIn(raw.center)];
  return {
    ...(tab && { tab }),
    ...(tab === 'routes' && Number.isSafeInteger(route) && route > 0 && { route }),
    ...(tab === 'centers' && Number.isSafeInteger(center) && center > 0 && { center }),
  };
}

/** What somebody may set: administrators everything, those who run centers what belongs to these. */
export function settingsFor(me: Me): SettingName[] {
  const mail = uses(me, 'mail') && managesCenters(me, ({ module }) => module === 'mail');
  return settingNames.filter((name) => {
    if (name === 'organisation' || name === 'features') return me.siteAdmin;
    return name === 'centers' ? managesCenters(me) : mail;
  });
}
