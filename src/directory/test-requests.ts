import type { SlaExplained } from '#contract/service-clock.ts';
import type { ServiceCatalogue, ServiceType } from '#contract/service-requests-catalogue.ts';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { requestStatuses } from '#contract/service-requests.ts';

/** A small catalogue, a space and a request for tests of screens. */
const dates = { dateCreated: 1, dateUpdated: 1 };
const HOUR = 3_600_000;
const marta = {
  id: 7,
  name: 'Marta Kowalczyk',
  firstName: 'Marta',
  lastName: 'Kowalczyk',
  userName: 'marta',
  email: 'marta@northwind.example',
  userType: { id: 1, name: 'Employee' },
};
export const center = { id: 9, name: 'House service' };
const normal = { id: 3, name: 'Normal', sortOrder: 3, color: {}, ...dates };
const urgent = {
  id: 1,
  name: 'Urgent',
  sortOrder: 1,
  color: { red: 200, green: 30, blue: 30 },
  ...dates,
};
const category = { id: 51, name: 'Equipment' };
const product = { id: 61, name: 'Projector', ...dates };
export const flicker: ServiceType = {
  id: 71,
  name: 'Projector flickers',
  description: '',
  type: 'equipment',
  product: { ...product, category },
  defaultPriority: normal,
  SLAMinutes: 60,
  promises: [],
  estimatedTime: 30,
  totalOperatorsRequired: 1,
  priorityEnableForCustomer: true,
  dateRequiredEnabledForCustomer: true,
  assetRequest: false,
  approval: false,
  active: true,
  fields: [
    {
      id: 81,
      code: 'input',
      name: 'Input',
      kind: 'choice',
      required: true,
      sortOrder: 1,
      choices: ['HDMI', 'USB-C'],
    },
    { id: 82, code: 'since', name: 'Since', kind: 'date', required: false, sortOrder: 2, choices: [] },
  ],
  ...dates,
};
const leak: ServiceType = {
  ...flicker,
  id: 72,
  name: 'Water leak',
  product: { id: 62, name: 'Water', category: { id: 52, name: 'Building' }, ...dates },
  fields: [],
};
export const catalogue: ServiceCatalogue = {
  categories: [
    { ...category, center, products: [{ id: 61, name: 'Projector', types: [flicker] }] },
    { id: 52, name: 'Building', center, products: [{ id: 62, name: 'Water', types: [leak] }] },
  ],
  products: [],
  priorities: [urgent, normal],
  centers: [center],
};
const floor = { id: 31, name: 'Ground', building: { id: 41, name: 'North' } };
export const kitchen = {
  id: 21,
  name: 'Kitchen',
  description: '',
  reservable: false,
  type: { id: 11, name: 'Kitchen' },
  floor,
};
/** A request of Marta's, who reads, an hour and a half before it is due; `more` is put in place of that. */
export function serviceRequestOf(id: number, more: Partial<ServiceRequest> = {}): ServiceRequest {
  const state = more.state ?? 'new';
  return {
    id,
    requestStatus: requestStatuses[state],
    requester: marta,
    requesterPrimaryContact: true,
    contact: {
      id: marta.id,
      name: marta.name,
      firstName: 'Marta',
      lastName: 'Kowalczyk',
      email: marta.email,
    },
    type: flicker,
    priority: normal,
    room: kitchen,
    center,
    dateRequired: Date.now() + 2 * HOUR,
    totalOperatorsNeeded: 1,
    operators: [],
    assetStatus: '',
    scheduledTask: false,
    completed: state === 'completed',
    attachments: [],
    supplies: [],
    fields: flicker.fields,
    fieldValue: [{ id: 81, code: 'input', name: 'Input', value: 'HDMI' }],
    valueFields: [],
    warning: {},
    dateCreated: Date.now() - HOUR,
    dateUpdated: 1000,
    description: 'It flickers.',
    state,
    dueAt: Date.now() + 90 * 60_000,
    pastDue: false,
    commentCount: 0,
    ...more,
  };
}

/** Three hours worked of four, two on hold, a night between. @param now epoch ms */
export const clockAt = (now: number): SlaExplained => ({
  state: 'running',
  onHold: false,
  due: now + HOUR,
  dueIfResumedNow: null,
  promisedMinutes: 240,
  workedMs: 3 * HOUR,
  pausedMs: 2 * HOUR,
  closedMs: 15 * HOUR,
  remainingMs: HOUR,
  lines: [
    { kind: 'opened', from: now - 20 * HOUR, to: now - 20 * HOUR, ms: 0, promisedMinutes: 240 },
    { kind: 'worked', from: now - 20 * HOUR, to: now - 17 * HOUR, ms: 3 * HOUR },
    { kind: 'held', from: now - 17 * HOUR, to: now - 17 * HOUR, ms: 0 },
    { kind: 'paused', why: 'hold', from: now - 17 * HOUR, to: now - 15 * HOUR, ms: 2 * HOUR },
    { kind: 'closed', why: 'night', from: now - 15 * HOUR, to: now, ms: 15 * HOUR },
    { kind: 'worked', from: now, to: now + HOUR, ms: HOUR, ahead: true },
    { kind: 'due', from: now + HOUR, to: now + HOUR, ms: 0 },
  ],
});
