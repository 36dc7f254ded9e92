import type { AssetModel, AssetType } from '#contract/assets-catalogue.ts';
import type { Asset } from '#contract/assets.ts';
import type { Me } from '#contract/users.ts';

/** Types, models, a space and assets for tests of screens. */
const dates = { dateCreated: 1, dateUpdated: 1 };

/** Somebody who keeps the register, and says what types there are. */
export const keeping = (me: Me): Me => ({
  ...me,
  permissions: [{ role: 'MANAGER', center: { id: 6, name: 'Assets', module: 'asset', code: 'AST' } }],
});
export const notebooks: AssetType = {
  id: 31,
  code: 'NB',
  name: 'Notebook',
  description: '',
  sortOrder: 1,
  active: true,
  meteringEnabled: false,
  unitPriceEnabled: false,
  ...dates,
};
export const swift: AssetModel = {
  id: 41,
  name: 'Swift 14',
  manufacturer: 'Acme',
  modelNumber: 'SW-14',
  description: '',
  type: notebooks,
  ...dates,
};
export const studio = {
  id: 21,
  name: 'Studio',
  description: '',
  reservable: false,
  type: { id: 1, name: 'Room' },
  floor: { id: 2, name: 'Ground', building: { id: 3, name: 'House' } },
};
export const assetOf = (id: number, more: Partial<Asset> = {}): Asset => ({
  id,
  name: `Notebook ${id}`,
  model: swift,
  managed: false,
  active: true,
  boxLength: '',
  titleLocation: '',
  localUID: `NW-${id}`,
  room: studio,
  condition: 'good',
  images: [],
  ...dates,
  ...more,
});
