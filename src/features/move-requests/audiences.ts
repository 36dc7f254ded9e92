import * as m from '#messages';
import type { MoveAudience } from '#contract/moves-work.ts';

/** Whom a message is for, in words. */
export const audienceNames: Record<MoveAudience, () => string> = {
  everybody: m.moves_write_everybody,
  requester: m.moves_write_requester,
  movees: m.moves_write_movees,
};
