import * as m from '#messages';
import type { MoveRequest, MoveStatusCode } from '#contract/moves.ts';
import { ArchiveIcon } from '#src/ui/move-icons.tsx';
import { CheckIcon, ClockIcon, CloseIcon, LockIcon, WarningIcon } from '#src/ui/icons.tsx';
import { PlayIcon } from '#src/ui/request-icons.tsx';
import { StatusBadge, type StatusBadgeProps } from '#src/ui/status-badge.tsx';

type Look = Omit<StatusBadgeProps, 'children'> & { label: () => string };

/** How each status of a move is called and drawn, everywhere. */
export const moveLooks: Record<MoveStatusCode, Look> = {
  pen: { label: m.move_status_pen, tone: 'warning', icon: ClockIcon },
  apr: { label: m.move_status_apr, tone: 'info', icon: LockIcon },
  sub: { label: m.move_status_sub, tone: 'accent', icon: PlayIcon },
  don: { label: m.move_status_don, tone: 'success', icon: CheckIcon },
  '0': { label: m.move_status_0, tone: 'neutral', icon: CloseIcon },
};
const failed: Look = { label: m.move_status_failed, tone: 'danger', icon: WarningIcon };

type Props = {
  move: {
    status: { code: MoveStatusCode };
    approved: boolean;
    failure?: unknown;
    archivedAt?: number | undefined;
  };
};

/** Where a move stands: icon, word and colour; that it failed is said before anything else. */
export function MoveStatus({ move }: Props) {
  // Another program may have filed it as pending and approved in one.
  const code = move.status.code === 'pen' && move.approved ? 'apr' : move.status.code;
  const look = move.failure && code !== 'don' ? failed : moveLooks[code];
  return (
    <>
      <StatusBadge tone={look.tone} icon={look.icon}>
        {look.label()}
      </StatusBadge>
      {move.archivedAt !== undefined && (
        <StatusBadge tone="neutral" icon={ArchiveIcon}>
          {m.move_archived()}
        </StatusBadge>
      )}
    </>
  );
}

/** Who and what a move is about, in a few words: the first names, and how many more. */
export function moverWords({ items }: Pick<MoveRequest, 'items'>): string {
  const [first, second] = items;
  if (!first) return m.move_nobody();
  const rest = items.length - 2;
  if (!second) return first.name;
  return rest > 0
    ? m.move_names_more({ first: first.name, second: second.name, count: rest })
    : m.move_names_two({ first: first.name, second: second.name });
}
