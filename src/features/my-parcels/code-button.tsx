import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import * as m from '#messages';
import { LinkButton } from '#src/ui/link.tsx';
import { readCodeSearch } from './code-search.ts';
import { QrIcon } from './parcel-icons.tsx';

const CollectCodeDialog = lazy(() =>
  import('#src/directory/collect-code-dialog.tsx').then((file) => ({ default: file.CollectCodeDialog })),
);

/** Opens the code that collects everything at once; Back closes it. */
export function CodeButton() {
  const navigate = useNavigate();
  const { code } = useSearch({ strict: false, select: readCodeSearch, structuralSharing: true });
  return (
    <>
      <LinkButton to="/parcels" search={{ code: true }} size="compact-md" leftSection={<QrIcon size={16} />}>
        {m.parcels_show_code()}
      </LinkButton>
      {code && (
        <Suspense>
          <CollectCodeDialog onClose={() => void navigate({ to: '/parcels', search: {}, replace: true })} />
        </Suspense>
      )}
    </>
  );
}
