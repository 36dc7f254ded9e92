import * as m from '#messages';
import type { ImportKind } from '#contract/imports.ts';

export const kindTitles: Record<ImportKind, () => string> = {
  people: m.imports_people,
  buildings: m.imports_buildings,
  spaces: m.imports_spaces,
};
export const pageTitles: Record<ImportKind, () => string> = {
  people: m.imports_title_people,
  buildings: m.imports_title_buildings,
  spaces: m.imports_title_spaces,
};
export const kindHints: Record<ImportKind, () => string> = {
  people: m.imports_people_hint,
  buildings: m.imports_buildings_hint,
  spaces: m.imports_spaces_hint,
};

const fields: Partial<Record<string, () => string>> = {
  firstName: m.imports_field_first_name,
  lastName: m.imports_field_last_name,
  email: m.imports_field_email,
  employeeId: m.imports_field_employee_id,
  jobTitle: m.imports_field_job_title,
  department: m.imports_field_department,
  company: m.imports_field_company,
  knownAs: m.imports_field_known_as,
  phone: m.imports_field_phone,
  extension: m.imports_field_extension,
  mobile: m.imports_field_mobile,
  comments: m.imports_field_comments,
  manager: m.imports_field_manager,
  space: m.imports_field_space,
  spaceId: m.imports_field_space_id,
  costCenter: m.imports_field_cost_center,
  mailStop: m.imports_field_mail_stop,
  name: m.imports_field_name,
  code: m.imports_field_code,
  street: m.imports_field_street,
  city: m.imports_field_city,
  postalCode: m.imports_field_postal_code,
  state: m.imports_field_state,
  country: m.imports_field_country,
  latitude: m.imports_field_latitude,
  longitude: m.imports_field_longitude,
  timeZone: m.imports_field_time_zone,
  building: m.imports_field_building,
  floor: m.imports_field_floor,
  type: m.imports_field_type,
  capacity: m.imports_field_capacity,
  description: m.imports_field_description,
  reservable: m.imports_field_reservable,
};
export const fieldLabel = (name: string) => fields[name]?.() ?? name;
