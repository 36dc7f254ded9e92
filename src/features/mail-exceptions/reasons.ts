import type { ComponentType } from 'react';
import * as m from '#messages';
import type { IconProps } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';
import { CopiesIcon, PeopleIcon, QuestionIcon } from './exception-icons.tsx';
import type { ExceptionReason } from './search.ts';

type Reason = { label: () => string; hint: () => string; tone: Tone; icon: ComponentType<IconProps> };
export const reasons: Record<ExceptionReason, Reason> = {
  'no-recipient': {
    label: m.exceptions_none,
    hint: m.exceptions_none_hint,
    tone: 'warning',
    icon: QuestionIcon,
  },
  'several-matches': {
    label: m.exceptions_several,
    hint: m.exceptions_several_hint,
    tone: 'info',
    icon: CopiesIcon,
  },
  'team-name': { label: m.exceptions_team, hint: m.exceptions_team_hint, tone: 'accent', icon: PeopleIcon },
};
