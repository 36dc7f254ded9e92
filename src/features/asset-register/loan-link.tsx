import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { assetLoanOptions } from '#src/directory/asset-queries.ts';
import { LentIcon, ReturnIcon } from '#src/ui/asset-loan-icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';

const look = { variant: 'default', size: 'compact-md' } as const;

/** Leads keepers to where the asset is lent, or taken back while it is out. Nothing until that is known. */
export function LoanLink({ asset }: { asset: Asset }) {
  const { data } = useQuery(assetLoanOptions(asset.id));
  if (data === undefined) return null;
  if (data)
    return (
      <LinkButton
        {...look}
        to="/assets/loans"
        search={{ open: data.id }}
        leftSection={<ReturnIcon size={15} />}
      >
        {m.assets_take_back()}
      </LinkButton>
    );
  // What is lost or in use no more is lent by nobody.
  if (!asset.active || asset.condition === 'lost') return null;
  return (
    <LinkButton
      {...look}
      to="/assets/loans"
      search={{ open: 'new', asset: asset.id }}
      leftSection={<LentIcon size={15} />}
    >
      {m.assets_lend()}
    </LinkButton>
  );
}
