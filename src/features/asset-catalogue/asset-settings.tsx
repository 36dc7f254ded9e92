import * as m from '#messages';
import { assetCatalogueKey } from '#src/directory/asset-queries.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import classes from './catalogue.module.css';
import { ModelList } from './model-list.tsx';
import { TypeList } from './type-list.tsx';

/** What of the assets' settings is open: the types, or the models with what narrows them down. */
export type CatalogueSearch = { part?: 'models'; find?: string; ofType?: number };
type Props = { search: CatalogueSearch; onSearch: (search: CatalogueSearch, replace?: boolean) => void };

/** Which kinds of asset there are, and which models of them. */
export function AssetSettings({ search, onSearch }: Props) {
  useLiveTopic('catalogue', assetCatalogueKey);
  return (
    <>
      <div className={classes.parts} role="group" aria-label={m.assets_settings_part()}>
        <FilterChip on={search.part === undefined} onClick={() => onSearch({})}>
          {m.assets_types()}
        </FilterChip>
        <FilterChip on={search.part === 'models'} onClick={() => onSearch({ part: 'models' })}>
          {m.assets_models()}
        </FilterChip>
      </div>
      {search.part === 'models' ? (
        <ModelList
          filter={{ search: search.find, typeId: search.ofType }}
          onFilter={({ search: find, typeId: ofType }) =>
            onSearch({ part: 'models', ...(find && { find }), ...(ofType && { ofType }) }, true)
          }
        />
      ) : (
        <TypeList onModels={(ofType) => onSearch({ part: 'models', ofType })} />
      )}
    </>
  );
}
