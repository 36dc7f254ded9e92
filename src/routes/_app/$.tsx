import { createFileRoute, notFound } from '@tanstack/react-router';

/** Any address that nothing else answers to. */
export const Route = createFileRoute('/_app/$')({
  beforeLoad: () => {
    throw notFound();
  },
});
