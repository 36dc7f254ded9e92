import * as m from '#messages';
import type { SettingName } from './search.ts';

/** What each part of the settings is called. */
export const titles: Record<SettingName, () => string> = {
  organisation: m.settings_organisation,
  routes: m.settings_routes,
  stops: m.settings_stops,
  racks: m.settings_racks,
  couriers: m.settings_couriers,
  features: m.settings_features,
  centers: m.settings_centers,
  requests: m.care_title,
  assets: m.assets_title,
  moves: m.move_settings_title,
  packages: m.settings_packages,
};
