import type { MailItem } from '#contract/mail.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

export const senders = [
  'Nordlicht Optik GmbH',
  'Kleinveld Drukwerk BV',
  'Sterk & Zonen Kantoor',
  'Morski Papier Sp. z o.o.',
  'Kabelfabrik Ostsee AG',
  'Lakeside Office Supply',
  'Pine & Paper Co.',
  'Maison Verrecourt',
  'Øresund Sensorik A/S',
  'Boréal Électronique inc.',
  'Zuiderkade Techniek',
  'Pracownia Soczewek Bałtyk',
  'Hollow Reed Books',
  'Tannhof Werkzeuge KG',
  'Brightkettle Coffee',
  'Cobalt Fasteners Ltd',
  'Rivermark Calibration',
  'Atelier Duinroos',
  'Silberfaden Textil',
  'Northshore Batteries',
  '青松电子',
  'みなと精密',
  'Δελφίνι Ναυτικά',
  'Океан Прилад',
];

export const customers = [
  'Havenbedrijf Westerdiep, sluis 3',
  'Port Authority of Grey Sound',
  'Zarząd Portu Białe Ujście',
  'Fjordvakt AS, Sensor desk',
  'Deltawacht Meetdienst',
  'Harbour Master, Cape Merrow',
  'Lotsenstation Kniephaven',
  'Lake Survey Office, Pier 9',
];

export const heldBecause = [
  'On holiday until next week, please keep',
  'Damaged corner, recipient to look at it first',
  'Customs fee to be paid',
  'Too large for the cart, waiting for two people',
  'Recipient asked to hold it',
  'Addressed to a former desk, waiting for an answer',
  'Must be kept cool, called the recipient',
];
export const nobodyFound = [
  'No such person in the directory',
  'Several people of this name',
  'Asked the sender for the full name',
];
export const teamOnly = ['Names a team only, asked who expects it'];
const SEVERAL = nobodyFound[1]!;

type PendingReason = NonNullable<MailItem['pending']>['reason'];
const reasons: Readonly<Record<string, PendingReason>> = {
  [heldBecause[0]!]: 'recipient-away',
  [heldBecause[1]!]: 'damaged',
  [heldBecause[4]!]: 'hold',
  [heldBecause[5]!]: 'address-unknown',
  ...Object.fromEntries([...nobodyFound, ...teamOnly].map((note) => [note, 'address-unknown' as const])),
};
/** The reason behind the words of a pending status. */
export const reasonFor = (note: string | undefined): PendingReason => reasons[note ?? ''] ?? 'other';

export const nobodyAtDesk = [
  'Nobody at the desk, back on the shelf',
  'Room was locked',
  'In a meeting, will collect',
];
/** Of what leaves the house. */
export const FETCHED = 'Fetched by the courier';
export const remarks = [
  'Label is torn, number typed in by hand',
  'Called the recipient, comes by this afternoon',
  'Two parcels under one number, both here',
  'Fragile',
  'Box is wet on one side',
  'Sender asks for a call when it has arrived',
  'Put on the lower shelf, 18 kg',
  'Recipient works from home this week',
];
export const passedOn = ['Colleague took it along', 'Collected for the team', 'Agreed by phone'];
export const outsiders = ['J. Brandt, visitor', 'Driver of Zuiderkade Techniek', 'K. Osei, contractor'];

export const alerts = [
  'Reception badge only, call first',
  'Works from home on Mondays and Fridays',
  'Everything for this person goes to their assistant',
  'Bring to the desk, do not ask to collect',
  'Signs for hazardous goods. Hand over in person',
  'Confidential post: never leave on the desk',
  'Parental leave, the team lead collects',
  'Expecting calibration standards. Handle upright',
  'Takes everything for the trade fair until its end',
  'Visits customers most days, text before delivering',
  'Use the side entrance of the workshop',
  'Write, do not call',
];

const teams = [
  'Marketing',
  'Accounts payable',
  'IT Service Desk',
  'Calibration lab',
  'To whom it may concern',
  'Events',
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * What a label may say of somebody the directory does not know by it: the name in plain letters with two of
 * them the wrong way round, half a name, or that of a team.
 */
export function labelFor(random: Random, { email }: Person): { text: string; team: boolean } {
  const [first = '', last] = email.replace(/\d*@.*/, '').split('.');
  if (!last || random.chance(0.4)) return { text: random.pick(teams), team: true };
  const at = random.int(1, Math.max(1, last.length - 2));
  const misspelt = capital(last.slice(0, at) + last.charAt(at + 1) + last.charAt(at) + last.slice(at + 2));
  const texts = [
    `${capital(first)} ${misspelt}`,
    `${capital(first).charAt(0)}. ${misspelt}`,
    `Attn. ${capital(first)}`,
  ];
  return { text: random.pick(texts), team: false };
}

/** Why nobody in the directory is meant by a label, going by what the clerk noted. */
export function exceptionFor(label: string | undefined, notes: readonly (string | undefined)[]) {
  if (label !== undefined && teams.includes(label)) return 'team-name' as const;
  return notes.includes(SEVERAL) ? ('several-matches' as const) : ('no-recipient' as const);
}
