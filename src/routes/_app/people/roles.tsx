import { createFileRoute } from '@tanstack/react-router';
import { RolesPage } from '#src/features/people/roles-page.tsx';

export const Route = createFileRoute('/_app/people/roles')({ component: RolesPage });
