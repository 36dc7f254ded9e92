import { createFileRoute, redirect } from '@tanstack/react-router';

/** Letters and bookmarks lead here still: what people are told, and when, has one page. */
export const Route = createFileRoute('/_app/parcels_/messages')({
  beforeLoad: () => {
    throw redirect({ to: '/notices/settings', replace: true });
  },
});
