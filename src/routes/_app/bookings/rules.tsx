import { createFileRoute } from '@tanstack/react-router';
import { requireBookingManager } from '#src/directory/admin-access.ts';
import { RulesPage } from '#src/features/booking-rules/rules-page.tsx';

export const Route = createFileRoute('/_app/bookings/rules')({
  beforeLoad: ({ context }) => requireBookingManager(context.queryClient),
  component: RulesPage,
});
