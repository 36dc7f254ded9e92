/** What the company owns, by the codes of the types; makers and models are invented, as the company is. */
export const assetTypes = [
  { code: 'phone', name: 'Phone', description: 'Telephones on desks and in pockets', sort_order: 4 },
  { code: 'dock', name: 'Docking station', description: 'Connects a laptop to a desk', sort_order: 5 },
  { code: 'projector', name: 'Projector', description: 'In meeting rooms and for lending', sort_order: 6 },
  { code: 'printer', name: 'Printer', description: 'Printers and copiers', sort_order: 7 },
  { code: 'camera', name: 'Camera', description: 'Cameras for photographs and meetings', sort_order: 8 },
  { code: 'tool', name: 'Tool', description: 'Measuring and workshop tools', sort_order: 9 },
];

export type AssetKind =
  | 'computer'
  | 'monitor'
  | 'chair'
  | 'desk'
  | 'phone'
  | 'dock'
  | 'projector'
  | 'printer'
  | 'camera'
  | 'tool';
/** The code of the type that a kind belongs to. */
export const typeOfKind = (kind: AssetKind) => (kind === 'chair' || kind === 'desk' ? 'furniture' : kind);

export type Model = { kind: AssetKind; maker: string; name: string; number: string; serial: string };
const model = (kind: AssetKind, maker: string, name: string, number: string, serial: string): Model => ({
  kind,
  maker,
  name: `${maker} ${name}`,
  number,
  serial,
});

export const models: readonly Model[] = [
  model('computer', 'Norvik', 'Slate 14', 'NS14-G3', 'NV'),
  model('computer', 'Norvik', 'Slate 16', 'NS16-G2', 'NV'),
  model('computer', 'Halden', 'Carry 13', 'HC-1340', 'HLD'),
  model('monitor', 'Lumenark', 'View 27', 'LV27Q', 'LK'),
  model('monitor', 'Lumenark', 'View 32', 'LV32U', 'LK'),
  model('monitor', 'Pelikaan', 'Breed 34', 'PB-34W', 'PEL'),
  model('chair', 'Zitwerk', 'Balans 200', 'ZB200', 'ZW'),
  model('chair', 'Sundholm', 'Flex', 'SF-11', 'SH'),
  model('desk', 'Zitwerk', 'Lift 160', 'ZL160', 'ZW'),
  model('desk', 'Sundholm', 'Bench 140', 'SB-140', 'SH'),
  model('phone', 'Ostrava Telecom', 'Pocket 8', 'OT-P8', 'OT'),
  model('phone', 'Ostrava Telecom', 'Desk 3', 'OT-D3', 'OT'),
  model('dock', 'Norvik', 'Dock C', 'NDC-2', 'NV'),
  model('projector', 'Heldervlak', 'Beam 4000', 'HB4000', 'HV'),
  model('projector', 'Heldervlak', 'Beam Mini', 'HBM-2', 'HV'),
  model('printer', 'Drukwel', 'Multi 55', 'DM55', 'DW'),
  model('printer', 'Drukwel', 'Label 2', 'DL2', 'DW'),
  model('camera', 'Optikon', 'Field 24', 'OF-24', 'OK'),
  model('camera', 'Optikon', 'Round Table', 'ORT-1', 'OK'),
  model('tool', 'Meetkade', 'Level gauge LG-2', 'LG-2', 'MK'),
  model('tool', 'Meetkade', 'Pressure calibrator', 'PC-40', 'MK'),
  model('tool', 'Brixholm', 'Torque set', 'BT-12', 'BX'),
  model('tool', 'Brixholm', 'Heat gun', 'BH-3', 'BX'),
];
