import type { ReactNode } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HomeIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';

type Props = { actions?: ReactNode; children?: ReactNode };

/** The start of everybody who does no mail: what waits for them. */
export function HomePage({ actions, children }: Props) {
  const me = useMe();
  return (
    <Page title={m.home_greeting({ name: me.knownAs || me.firstName })} layout="narrow" actions={actions}>
      {children ?? (
        <EmptyState icon={<HomeIcon size={22} />} title={m.home_nothing()}>
          {m.home_nothing_text()}
        </EmptyState>
      )}
    </Page>
  );
}
