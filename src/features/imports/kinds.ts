import * as m from '#messages';
import type { ImportKind, ImportProblem } from '#contract/imports.ts';

export const kindTitles: Record<ImportKind, () => string> = {
  people: m.imports_people,
  buildings: m.imports_buildings,
  spaces: m.imports_spaces,
  bookings: m.imports_bookings,
  'service-requests': m.imports_service,
};
export const pageTitles: Record<ImportKind, () => string> = {
  people: m.imports_title_people,
  buildings: m.imports_title_buildings,
  spaces: m.imports_title_spaces,
  bookings: m.imports_title_bookings,
  'service-requests': m.imports_title_service,
};
export const kindHints: Record<ImportKind, () => string> = {
  people: m.imports_people_hint,
  buildings: m.imports_buildings_hint,
  spaces: m.imports_spaces_hint,
  bookings: m.imports_bookings_hint,
  'service-requests': m.imports_service_hint,
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
  start: m.imports_field_start,
  end: m.imports_field_end,
  date: m.imports_field_date,
  weekday: m.imports_field_weekday,
  weeksFrom: m.imports_field_weeks_from,
  weeksUntil: m.imports_field_weeks_until,
  person: m.imports_field_person,
  title: m.imports_field_title,
  notes: m.imports_field_notes,
  numberOfPeople: m.imports_field_people,
  dateOrder: m.imports_field_date_order,
  weekdayNumbers: m.imports_field_weekday_numbers,
  externalId: m.imports_field_external_id,
  opened: m.imports_field_opened,
  closed: m.imports_field_closed,
  updated: m.imports_field_updated,
  target: m.imports_field_target,
  status: m.imports_field_status,
  category: m.imports_field_category,
  product: m.imports_field_product,
  priority: m.imports_field_priority,
  place: m.imports_field_place,
  agency: m.imports_field_agency,
  system: m.imports_field_system,
  newTypes: m.imports_field_new_types,
};
export const fieldLabel = (name: string) => fields[name]?.() ?? name;

const fieldHints: Partial<Record<string, () => string>> = {
  person: m.imports_hint_person,
  weekday: m.imports_hint_weekday,
  weeksFrom: m.imports_hint_weeks_from,
  weeksUntil: m.imports_hint_weeks_until,
  externalId: m.imports_hint_external_id,
  priority: m.imports_hint_priority,
  place: m.imports_hint_place,
  system: m.imports_hint_system,
};
/** What a field takes, where its name does not say it. */
export const fieldHint = (name: string) => fieldHints[name]?.();

const choices: Partial<Record<string, () => string>> = {
  'as-in-file': m.imports_choice_as_in_file,
  'day-first': m.imports_choice_day_first,
  'month-first': m.imports_choice_month_first,
  'monday-1': m.imports_choice_monday_1,
  'monday-0': m.imports_choice_monday_0,
  'sunday-1': m.imports_choice_sunday_1,
  create: m.imports_choice_create,
  'known-only': m.imports_choice_known_only,
};
export const choiceLabel = (name: string) => choices[name]?.() ?? name;

export const problemLabels: Record<ImportProblem, () => string> = {
  cell: m.imports_problem_cell,
  unknown: m.imports_problem_unknown,
  repeat: m.imports_problem_repeat,
  overlap: m.imports_problem_overlap,
  booked: m.imports_problem_booked,
};
/** Where what was brought in is found, and under what the log has it. */
export const landings = {
  people: { list: '/people', audit: 'user' },
  buildings: { list: '/places', audit: 'building' },
  spaces: { list: '/spaces', audit: 'room' },
  bookings: { list: '/bookings', audit: 'reservation' },
  'service-requests': { list: '/requests', audit: 'service_request' },
} as const satisfies Record<ImportKind, object>;
