import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { BasicLinkButton } from '#src/ui/basic-button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CompassIcon } from '#src/ui/icons.tsx';
import { useTitle } from '#src/ui/page.tsx';

/** Stands where a screen was that the organisation does not use any more. */
export function SwitchedOff() {
  const { siteAdmin } = useMe();
  useTitle(m.shell_off_title());
  const action = siteAdmin ? (
    <BasicLinkButton to="/settings" search={{ tab: 'features' }}>
      {m.shell_off_settings()}
    </BasicLinkButton>
  ) : (
    <BasicLinkButton to="/">{m.shell_go_home()}</BasicLinkButton>
  );
  return (
    <EmptyState level={1} icon={<CompassIcon size={22} />} title={m.shell_off_title()} action={action}>
      {siteAdmin ? m.shell_off_admin() : m.shell_off_text()}
    </EmptyState>
  );
}
