import { iso31661, iso31662 } from 'iso-3166';

/** What a new organisation starts with, in the words of the published samples; order gives the ids' order. */

type Field = { code: string; name: string };
const fields = (...pairs: [code: string, name: string][]): Field[] =>
  pairs.map(([code, name]) => ({ code, name }));

export const packageTypes = [
  { code: 'env', name: 'Envelope', sort_order: 3 },
  { code: 'box', name: 'Box', sort_order: 1 },
  { code: 'bag', name: 'Bag', sort_order: 2 },
];

export const mailStatusTypes = [
  { code: 'out', name: 'Delivered' },
  { code: 'checkin', name: 'Checked In' },
  { code: 'checkout', name: 'Checked Out' },
  { code: 'pending', name: 'Pending' },
  { code: 'transfer', name: 'Transfer' },
];

export const moveStatuses = [
  { code: 'pen', name: 'Pending' },
  { code: 'apr', name: 'Approved by Manager' },
  { code: 'sub', name: 'In Progress' },
  { code: '0', name: 'Rejected' },
  { code: 'don', name: 'Done' },
];

const moverFields = fields(
  ['firstName', 'First Name'],
  ['lastName', 'Last Name'],
  ['phone', 'Phone'],
  ['extension', 'Extension'],
  ['costCenter', 'Cost Center'],
  ['employeeId', 'Employee ID'],
  ['email', 'Email'],
);
export const moveRequestTypes = [
  { type_code: 'new', name: 'New Person', equipment: false, fields: moverFields },
  { type_code: 'move', name: 'Employee Move', equipment: false, fields: moverFields },
  { type_code: 'move', name: 'Move Office Equipment', equipment: true, fields: [] },
  { type_code: 'terminate', name: 'Exiting Employee', equipment: false, fields: moverFields },
];

export const moveTasks = [
  {
    name: 'Network Services',
    fields: fields(
      ['pcType', 'PC Type'],
      ['notes', 'Notes'],
      ['printer', 'Printer?'],
      ['localQueue', 'Local Queue'],
    ),
  },
  {
    name: 'Furniture',
    fields: fields(
      ['deskChair', 'Desk Chair?'],
      ['sideChair', 'Side Chair?'],
      ['whiteBoard', 'White Board?'],
      ['other', 'Other?'],
      ['notes', 'Notes'],
    ),
  },
];

const guestFields = fields(['company', 'Company'], ['phone', 'Phone'], ['comments', 'Comments']);
/** Employee comes first: the type of whoever is created without one. */
export const userTypes = [
  {
    name: 'Employee',
    fields: fields(
      ['company', 'Company'],
      ['jobTitle', 'Job Title'],
      ['phone', 'Phone'],
      ['extension', 'Extension'],
      ['mobile', 'Mobile Phone Number'],
      ['employeeId', 'Employee ID'],
      ['floorWarden', 'Floor Warden'],
      ['specialNeeds', 'Special Needs'],
      ['comments', 'Comments'],
      ['alternateDelivery', 'Alternate Delivery'],
      ['knownAs', 'Known As'],
    ),
  },
  { name: 'Contractor', fields: guestFields },
  { name: 'Visitor', fields: guestFields },
];

export const roomTypes = [
  { name: 'Workstation', sort_order: 1, hex_color: '33cc99', occupiable: true, parking_space: false },
  { name: 'Office', sort_order: 2, hex_color: '3399cc', occupiable: true, parking_space: false },
  { name: 'Meeting Room', sort_order: 3, hex_color: 'cc9933', occupiable: false, parking_space: false },
  { name: 'Phone Booth', sort_order: 4, hex_color: '9966cc', occupiable: false, parking_space: false },
  { name: 'Common Area', sort_order: 5, hex_color: '99cc66', occupiable: false, parking_space: false },
  { name: 'Storage', sort_order: 6, hex_color: '999999', occupiable: false, parking_space: false },
  { name: 'Parking', sort_order: 7, hex_color: '666699', occupiable: false, parking_space: true },
];

export const centers = [
  { module: 'mail', code: 'mail', name: 'Mail Center' },
  { module: 'copy', code: 'copy', name: 'Copy Center' },
  { module: 'move', code: 'move', name: 'Move Center' },
  { module: 'reservation', code: 'reservation', name: 'Reservation Center' },
  { module: 'maintenance', code: 'maintenance', name: 'Maintenance Center' },
  { module: 'asset', code: 'asset', name: 'Asset Center' },
];

export const assetTypes = [
  { code: 'computer', name: 'Computer', description: 'Desktop and laptop computers', sort_order: 1 },
  { code: 'monitor', name: 'Monitor', description: 'Screens', sort_order: 2 },
  { code: 'furniture', name: 'Furniture', description: 'Desks, chairs and cabinets', sort_order: 3 },
];
export const assetModels = [
  { type: 'computer', name: 'Laptop' },
  { type: 'computer', name: 'Desktop Computer' },
  { type: 'monitor', name: 'Monitor 27"' },
  { type: 'furniture', name: 'Height-adjustable Desk' },
  { type: 'furniture', name: 'Office Chair' },
];

/** The first category is the one that users' cost centers come from. */
export const categories = [{ code: 'cc', name: 'Default cost center' }];

/** What the parts of a country are called that buildings' addresses name. */
const subdivisions: Record<string, string> = {
  US: 'state',
  AU: 'state',
  CA: 'province',
  DE: 'state',
  PL: 'voivodship',
};
export const countries = iso31661.map(({ alpha2, name }) => ({
  alpha2_code: alpha2,
  name,
  subdivision_category_name: subdivisions[alpha2] ?? '',
  default_selected: alpha2 === 'US',
}));
export const states = iso31662
  .filter(({ parent }) => Object.hasOwn(subdivisions, parent))
  .map(({ code, name, parent }) => ({
    country: parent,
    code: code.slice(parent.length + 1),
    name,
    category_name: subdivisions[parent],
  }));
