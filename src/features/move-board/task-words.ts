import * as m from '#messages';
import type { MoveItemTask } from '#contract/moves-work.ts';

/** "Network: Anna Nowak" */
export const taskName = ({ task, item }: MoveItemTask): string =>
  m.moves_task_of({ task: task.name, name: item.name });
/** What is wanted, by the fields of the task. */
export const wantedWords = ({ answers }: MoveItemTask): string =>
  answers
    .filter(({ value }) => value.trim() !== '')
    .map(({ name, value }) => m.moves_answer({ name, value }))
    .join(' · ');
/** The service request through which it is done, and what has been noted. */
export const standingWords = ({ note, serviceRequest }: MoveItemTask): string =>
  [serviceRequest && m.moves_task_request({ id: String(serviceRequest.id) }), note]
    .filter(Boolean)
    .join(' · ');
/** Where it is to be done: the target, else where they are. */
export const placeWords = ({ item }: MoveItemTask): string => {
  const place = item.toRoom ?? item.fromRoom;
  return place ? [place.name, place.floor.building.name].join(' · ') : '';
};
/** Done by its service request alone: no tick to take away. */
export const doneByRequest = ({ done, doneBy }: MoveItemTask): boolean => done && doneBy === undefined;
