import * as m from '#messages';
import { Page } from '#src/ui/page.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { CodeButton } from './code-button.tsx';
import { DeliveredParcels } from './delivered-parcels.tsx';
import { ParcelSections } from './parcel-sections.tsx';

/** Somebody's own parcels: what waits, what is held, what was handed over to whom. */
export function ParcelsPage() {
  return (
    <Page
      title={m.mail_mine()}
      layout="narrow"
      actions={
        <>
          <LinkButton to="/notices/settings" variant="default" size="compact-md">
            {m.prefs_link()}
          </LinkButton>
          <CodeButton />
        </>
      }
    >
      <ParcelSections />
      <DeliveredParcels />
    </Page>
  );
}
