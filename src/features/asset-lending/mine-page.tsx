import { Button } from '@mantine/core';
import * as m from '#messages';
import { AssetTabs } from '#src/directory/asset-tabs.tsx';
import { CalendarIcon } from '#src/ui/booking-icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { HeldAssets } from './held-assets.tsx';
import classes from './lending.module.css';
import type { MineSearch } from './mine-search.ts';
import { MyLoans } from './my-loans.tsx';
import { useLiveLending } from './queries.ts';
import { ReserveDialog } from './reserve-dialog.tsx';

type Props = { search: MineSearch; onSearch: (search: MineSearch, replace?: boolean) => void };

/** What somebody holds, has borrowed and has reserved. */
export function MinePage({ search, onSearch }: Props) {
  useLiveLending();
  const reserve = () => onSearch({ reserve: true });
  useViewKeys({ n: reserve });
  return (
    <Page
      title={m.lending_mine()}
      layout="fill"
      actions={
        <Button size="compact-md" leftSection={<CalendarIcon size={15} />} onClick={reserve}>
          {m.lending_reserve()}
        </Button>
      }
    >
      <AssetTabs current="mine" keys={m.lending_mine_keys()} />
      <div className={classes.scroll} data-narrow>
        <HeldAssets />
        <MyLoans />
      </div>
      {search.reserve && <ReserveDialog onClose={() => onSearch({}, true)} />}
    </Page>
  );
}
