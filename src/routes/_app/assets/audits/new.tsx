import { createFileRoute } from '@tanstack/react-router';
import { NewAuditPage } from '#src/features/asset-audits/new-audit-page.tsx';

export const Route = createFileRoute('/_app/assets/audits/new')({ component: View });

function View() {
  const navigate = Route.useNavigate();
  return (
    <NewAuditPage
      onDone={(auditId) =>
        void (auditId === undefined
          ? navigate({ to: '/assets/audits' })
          : navigate({ to: '/assets/audits/$auditId', params: { auditId } }))
      }
    />
  );
}
