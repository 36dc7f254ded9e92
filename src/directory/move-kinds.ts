import type { MoveKind } from '#contract/move-plan.ts';
import type { MoveRequestType } from '#contract/moves.ts';

/** What is done with an item of a type. */
export const kindOf = ({ typeCode, equipment }: Pick<MoveRequestType, 'typeCode' | 'equipment'>): MoveKind =>
  equipment ? 'equipment' : typeCode;
