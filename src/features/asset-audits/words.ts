import type { ComponentType } from 'react';
import type { AuditAssetState, AuditState } from '#contract/asset-audit-state.ts';
import type { AuditFigures, ScanAnswer, ScanResult } from '#contract/asset-audits.ts';
import * as m from '#messages';
import {
  AgainIcon,
  ElsewhereIcon,
  MissingIcon,
  OutsideIcon,
  UnknownIcon,
} from '#src/ui/asset-audit-icons.tsx';
import { DamagedIcon } from '#src/ui/asset-icons.tsx';
import {
  CheckIcon,
  ClockIcon,
  CloseIcon,
  type IconProps,
  LockIcon,
  PencilIcon,
  PersonIcon,
  SearchIcon,
} from '#src/ui/icons.tsx';
import { PlayIcon } from '#src/ui/request-icons.tsx';

import type { Tone } from '#src/ui/status-badge.tsx';
import type { AssetDifference } from './search.ts';

type Look = { label: () => string; tone: Tone; icon: ComponentType<IconProps> };

export const stateLooks: Record<AuditState, Look> = {
  planned: { label: m.audits_state_planned, tone: 'neutral', icon: PencilIcon },
  open: { label: m.audits_state_open, tone: 'info', icon: PlayIcon },
  reconciling: { label: m.audits_state_reconciling, tone: 'warning', icon: SearchIcon },
  closed: { label: m.audits_state_closed, tone: 'success', icon: LockIcon },
  cancelled: { label: m.audits_state_cancelled, tone: 'neutral', icon: CloseIcon },
};

/** What a scan turned out to be. */
export const resultLooks: Record<ScanResult, Look> = {
  'expected-here': { label: m.audits_expected_here, tone: 'success', icon: CheckIcon },
  elsewhere: { label: m.audits_elsewhere, tone: 'warning', icon: ElsewhereIcon },
  'already-seen': { label: m.audits_already_seen, tone: 'info', icon: AgainIcon },
  'not-in-scope': { label: m.audits_not_in_scope, tone: 'neutral', icon: OutsideIcon },
  owned: { label: m.audits_owned, tone: 'accent', icon: PersonIcon },
  unknown: { label: m.audits_unknown, tone: 'danger', icon: UnknownIcon },
};

/** What an asset is in a campaign. */
export const rowLooks: Record<AuditAssetState, Look> = {
  found: { label: m.audits_found, tone: 'success', icon: CheckIcon },
  misplaced: { label: m.audits_misplaced, tone: 'warning', icon: ElsewhereIcon },
  missing: { label: m.audits_missing, tone: 'danger', icon: MissingIcon },
  pending: { label: m.audits_pending, tone: 'neutral', icon: ClockIcon },
  removed: { label: m.audits_removed, tone: 'neutral', icon: CloseIcon },
  unexpected: { label: m.audits_unexpected, tone: 'info', icon: OutsideIcon },
};
export const differenceLooks: Record<AssetDifference | 'unknown', Look> = {
  missing: rowLooks.missing,
  misplaced: rowLooks.misplaced,
  unexpected: rowLooks.unexpected,
  damaged: { label: m.audits_damaged, tone: 'warning', icon: DamagedIcon },
  unknown: resultLooks.unknown,
};

export const placeWords = ({ name, floor, building }: NonNullable<ScanAnswer['expectedRoom']>): string =>
  [name, floor.name, building.name].join(' · ');
/** Expected and seen somewhere, of all that is still in the register. */
export const seenOf = ({ found, misplaced }: AuditFigures): number => found + misplaced;
export const wantedOf = ({ expected, removed }: AuditFigures): number => expected - removed;
