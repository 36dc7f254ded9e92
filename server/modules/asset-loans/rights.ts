import { managers, workers, type Access } from '#server/lib/caller.ts';

export const tags = ['Lending of assets'];
export const signedIn: { access: Access } = { access: 'signed-in' };
/** Who lends, takes back and asks. */
export const keeping: { access: Access } = { access: { module: 'asset', roles: workers } };
/** Who says what may be reserved, and how often people are reminded. */
export const managing: { access: Access } = { access: { module: 'asset', roles: managers } };
