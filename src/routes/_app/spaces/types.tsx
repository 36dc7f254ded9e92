import { createFileRoute } from '@tanstack/react-router';
import { TypesPage } from '#src/features/places/types-page.tsx';

export const Route = createFileRoute('/_app/spaces/types')({ component: TypesPage });
