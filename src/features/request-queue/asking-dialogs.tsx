import { AssignDialog } from './assign-dialog.tsx';
import { CompleteDialog } from './complete-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import type { Asking } from './use-asking.ts';

type Props = { asking: Asking | undefined; onClose: (done?: boolean) => void };

/** The dialog that a step asks with. */
export function AskingDialogs({ asking, onClose }: Props) {
  if (!asking) return null;
  const { kind, requests } = asking;
  if (kind === 'assign') return <AssignDialog requests={requests} onClose={onClose} />;
  if (kind === 'complete') return <CompleteDialog requests={requests} onClose={onClose} />;
  return <StepDialog key={kind} step={kind} requests={requests} onClose={onClose} />;
}
