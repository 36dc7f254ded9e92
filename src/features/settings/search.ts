import { numberIn } from '#src/lib/address.ts';

// Spelled out here, not where they are drawn: routes read this, and views stay out of the first load.
export const settingNames = ['organisation', 'routes', 'stops', 'racks', 'couriers', 'packages'] as const;
export type SettingName = (typeof settingNames)[number];
export type SettingSearch = { tab?: SettingName; route?: number };

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readSettingSearch(raw: Record<string, unknown>): SettingSearch {
  const tab = settingNames.find((name) => name === raw.tab && name !== 'organisation');
  const route = numberIn(raw.route);
  return {
    ...(tab && { tab }),
    ...(tab === 'routes' && Number.isSafeInteger(route) && route > 0 && { route }),
  };
}
