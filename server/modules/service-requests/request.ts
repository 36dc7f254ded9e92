import type { OperatorStatus, ServiceState } from '#contract/service-requests.ts';
import type { ServiceEventKind } from '#contract/service-requests-work.ts';

export type Operator = { user: number; status: OperatorStatus };
/** A request as it stands in the database; times in epoch milliseconds. */
export type Request = {
  id: number;
  center: number;
  requester: number;
  type: number;
  priority: number;
  room: number;
  asset: number | null;
  state: ServiceState;
  approval: 'awaiting' | 'approved' | 'declined' | null;
  needed: number;
  dateRequired: number;
  rating: number | null;
  dateUpdated: number;
  operators: Operator[];
};

/** A line of the log; see the table for what the ids mean. */
export type NewEvent = {
  request: number;
  kind: ServiceEventKind;
  from?: number | null;
  to?: number | null;
  note?: string | null;
  /** What the clock goes by from here on. */
  terms?: { type: number; priority: number; center: number; minutes: number | null };
};

/** Whether somebody still counts on this operator. */
export const isAssigned = ({ status }: Operator) => status !== 'rejected';
