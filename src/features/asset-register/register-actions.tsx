import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import * as m from '#messages';
import type { AssetFilter } from '#src/directory/asset-api.ts';
import { ExportLink } from '#src/directory/export-link.tsx';
import { useMe } from '#src/directory/me.ts';
import { managesAssets } from '#src/directory/rights.ts';
import { Keys } from '#src/ui/keys.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { PlusIcon } from '#src/ui/places-icons.tsx';

type Props = { filter: AssetFilter; onAdd: (() => void) | undefined };

/** What can be done with the register as a whole. */
export function RegisterActions({ filter: { orderBy: _by, orderByType: _way, ...filter }, onAdd }: Props) {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const manages = managesAssets(useMe());
  return (
    <>
      {!narrow && manages && (
        <LinkButton to="/imports/$kind" params={{ kind: 'assets' }} variant="default" size="compact-md">
          {m.imports_open()}
        </LinkButton>
      )}
      {!narrow && <ExportLink path="/assets.csv" filters={filter} />}
      {onAdd && (
        <Button
          size="compact-md"
          leftSection={<PlusIcon size={15} />}
          rightSection={narrow ? undefined : <Keys keys={['n']} />}
          onClick={onAdd}
        >
          {m.assets_add()}
        </Button>
      )}
    </>
  );
}
