import type { Me } from '#contract/users.ts';
import { uses } from '#src/directory/features.ts';
import { managesAssets, managesCenters, managesMoves, managesService } from '#src/directory/rights.ts';
import { numberIn, textIn } from '#src/lib/address.ts';

// Spelled out here, not where they are drawn: routes read this, and views stay out of the first load.
export const settingNames = [
  'organisation',
  'features',
  'centers',
  'requests',
  'assets',
  'moves',
  'routes',
  'stops',
  'racks',
  'packages',
  'couriers',
] as const;
export type SettingName = (typeof settingNames)[number];
/** What is open: a route, a center, a list of the requests' settings or a type of request. */
export type SettingSearch = {
  tab?: SettingName;
  route?: number;
  center?: number;
  part?: RequestPart | 'models' | 'tasks';
  type?: number | 'new';
  /** What narrows the models of assets down. */
  find?: string;
  ofType?: number;
};
export const requestParts = ['types', 'priorities', 'reasons'] as const;
export type RequestPart = (typeof requestParts)[number];

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readSettingSearch(raw: Record<string, unknown>): SettingSearch {
  const tab = settingNames.find((name) => name === raw.tab && name !== 'organisation');
  const [route, center, type] = [raw.route, raw.center, raw.type].map(numberIn) as [number, number, number];
  const part = requestParts.find((name) => name === raw.part && name !== 'types');
  const requests = tab === 'requests';
  const models = tab === 'assets' && raw.part === 'models';
  const find = textIn(raw.find).trim().slice(0, 200);
  const ofType = numberIn(raw.ofType);
  return {
    ...(tab && { tab }),
    ...(tab === 'routes' && Number.isSafeInteger(route) && route > 0 && { route }),
    ...(tab === 'centers' && Number.isSafeInteger(center) && center > 0 && { center }),
    ...(requests && part && { part }),
    ...(requests && raw.type === 'new' && { type: 'new' as const }),
    ...(requests && Number.isSafeInteger(type) && type > 0 && { type }),
    ...(models && { part: 'models' as const }),
    ...(tab === 'moves' && raw.part === 'tasks' && { part: 'tasks' as const }),
    ...(models && find && { find }),
    ...(models && Number.isSafeInteger(ofType) && ofType > 0 && { ofType }),
  };
}

/** What somebody may set: administrators everything, those who run centers what belongs to these. */
export function settingsFor(me: Me): SettingName[] {
  const mail = uses(me, 'mail') && managesCenters(me, ({ module }) => module === 'mail');
  return settingNames.filter((name) => {
    if (name === 'organisation' || name === 'features') return me.siteAdmin;
    if (name === 'requests') return uses(me, 'service') && managesService(me);
    if (name === 'moves') return uses(me, 'moves') && managesMoves(me);
    if (name === 'assets') return uses(me, 'assets') && managesAssets(me);
    return name === 'centers' ? managesCenters(me) : mail;
  });
}
