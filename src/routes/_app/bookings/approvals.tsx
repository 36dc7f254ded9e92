import { createFileRoute } from '@tanstack/react-router';
import { requireBookingManager } from '#src/directory/admin-access.ts';
import { ApprovalPage } from '#src/features/space-booking/approval-page.tsx';

export const Route = createFileRoute('/_app/bookings/approvals')({
  beforeLoad: ({ context }) => requireBookingManager(context.queryClient),
  component: ApprovalPage,
});
