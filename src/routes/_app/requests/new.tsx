import { createFileRoute } from '@tanstack/react-router';
import { AskPage } from '#src/features/service-requests/ask-page.tsx';
import { readAskSearch } from '#src/features/service-requests/ask-search.ts';

export const Route = createFileRoute('/_app/requests/new')({
  validateSearch: readAskSearch,
  component: AskPage,
});
