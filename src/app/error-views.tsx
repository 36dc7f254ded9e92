import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { BasicButton, BasicLinkButton } from '#src/ui/basic-button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CompassIcon, ErrorIcon, type IconProps, LockIcon, OfflineIcon } from '#src/ui/icons.tsx';
import { useTitle } from '#src/ui/page.tsx';

type View = {
  icon: ComponentType<IconProps>;
  title: string;
  text: string;
  retry?: boolean;
  reload?: boolean;
};

const notFound = (): View => ({
  icon: CompassIcon,
  title: m.shell_not_found_title(),
  text: m.shell_not_found_text(),
});

/** Which view an error deserves: the next step differs for each. */
function viewOf(error: unknown): View {
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 404) return notFound();
  if (status === 403)
    return { icon: LockIcon, title: m.shell_forbidden_title(), text: m.shell_forbidden_text(), reload: true };
  if (status === 0 || !navigator.onLine)
    return { icon: OfflineIcon, title: m.shell_offline_title(), text: m.shell_offline_text(), retry: true };
  const text = error instanceof ApiError ? error.message : m.shell_crash_text();
  return { icon: ErrorIcon, title: m.shell_crash_title(), text, retry: true, reload: true };
}

function ErrorView({ view, onRetry }: { view: View; onRetry?: () => void }) {
  useTitle(view.title);
  const Icon = view.icon;
  const actions = (
    <>
      {view.retry && <BasicButton onClick={onRetry}>{m.shell_try_again()}</BasicButton>}
      {view.reload && (
        <BasicButton variant="default" onClick={() => window.location.reload()}>
          {m.shell_reload()}
        </BasicButton>
      )}
      <BasicLinkButton to="/" variant={view.retry ? 'default' : 'filled'}>
        {m.shell_go_home()}
      </BasicLinkButton>
    </>
  );
  return (
    <EmptyState level={1} icon={<Icon size={22} />} title={view.title} action={actions}>
      {view.text}
    </EmptyState>
  );
}

export const NotFoundView = () => <ErrorView view={notFound()} />;

/** Any error a view or its loader threw. */
export function CrashView({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <ErrorView view={viewOf(error)} onRetry={() => void router.invalidate()} />;
}
