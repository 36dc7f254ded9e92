import type { AuditReport } from '#contract/asset-audit-results.ts';
import type { AuditRow } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { differenceLooks, rowLooks } from './words.ts';

type Lists = AuditReport['lists'];
export const rowLists = ['missing', 'misplaced', 'unexpected', 'damaged', 'removed'] as const;
export const listLabel = (list: keyof Lists): string =>
  list === 'removed' ? rowLooks.removed.label() : differenceLooks[list].label();

/** What was decided, in words; '' when nobody has. */
export const decisionWords = ({ decision, placed }: AuditRow): string =>
  decision
    ? decision.decision === 'accepted'
      ? m.audits_accepted_by({ name: decision.by.name })
      : m.audits_rejected_by({ name: decision.by.name, reason: decision.reason ?? '' })
    : placed
      ? m.audits_put_right({ name: placed.by.name })
      : '';
