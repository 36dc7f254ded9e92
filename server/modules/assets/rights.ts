import { managers, workers, type Access } from '#server/lib/caller.ts';

export const everybody: { access: Access } = { access: 'signed-in' };
/** Who keeps the register. */
export const keepers: { access: Access } = { access: { module: 'asset', roles: workers } };
/** Who says what types and models there are. */
export const managersOnly: { access: Access } = { access: { module: 'asset', roles: managers } };
