import type { MoveAudience, MoveEventKind } from '#contract/moves-work.ts';
import type { TasksValueMap } from '#contract/moves.ts';
import type { Standing } from './machine.ts';
import type { Concerned } from './rights.ts';

/** A request as the rules see it; times are epoch milliseconds. */
export type Request = Standing &
  Concerned & {
    id: number;
    description: string;
    date: number | null;
    approvedBy: number | null;
    dateUpdated: number;
  };
export type NewEvent = {
  request: number;
  kind: MoveEventKind;
  note?: string | null | undefined;
  audience?: MoveAudience;
};

/** An item as it is stored, without its place in the list. */
export type Item = {
  id: number | null;
  type: number;
  user: number | null;
  asset: number | null;
  room: number | null;
  name: string;
  fieldValues: Record<string, string>;
  taskValues: TasksValueMap;
};
