import type { ComponentType } from 'react';
import * as m from '#messages';
import { CheckIcon, type IconProps, TransferIcon } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';
import { BagIcon } from './bag-icons.tsx';
import type { BagState } from './search.ts';

type State = { label: () => string; tone: Tone; icon: ComponentType<IconProps> };
export const bagStateFacts: Record<BagState, State> = {
  open: { label: m.bags_open, tone: 'accent', icon: BagIcon },
  sent: { label: m.bags_sent, tone: 'info', icon: TransferIcon },
  received: { label: m.bags_received, tone: 'success', icon: CheckIcon },
};
