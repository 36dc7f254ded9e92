import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { type Asset, labelCodeOf } from '#contract/assets.ts';
import { fetchAssets } from './asset-api.ts';
import { assetPlace } from './asset-cells.tsx';
import { assetOptions, assetsKey } from './asset-queries.ts';
import classes from './asset.module.css';

const SHOWN = 20;
const PAUSE = 150;

const foundOptions = (search: string) =>
  queryOptions({
    queryKey: [...assetsKey, 'found', search],
    queryFn: ({ signal }) => fetchAssets({ search }, { limit: SHOWN }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

type Props = {
  label: string;
  description?: string;
  /** The id as text; '' for none. */
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** Takes the focus when the dialog around it opens. */
  autoFocus?: boolean;
  error?: string | undefined;
};

/** Any asset, found by its tag, serial number, model, space or owner. */
export function AssetPicker({
  label,
  description,
  value,
  onChange,
  required = false,
  autoFocus,
  error,
}: Props) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const chosen = useQuery({ ...assetOptions(Number(value)), enabled: value !== '' });
  // What the field shows by itself is the name of the chosen one: nobody typed it.
  const own = chosen.data && wordsOf(chosen.data);
  const found = useQuery(foundOptions(asked === own ? '' : asked));
  const all = [...(chosen.data && value ? [chosen.data] : []), ...(found.data ?? [])];
  const assets = new Map(all.map((one) => [String(one.id), one]));
  return (
    <Select
      label={label}
      {...(description && { description })}
      required={required}
      data-autofocus={autoFocus || undefined}
      withAsterisk={false}
      searchable
      clearable={!required}
      clearButtonProps={{ 'aria-label': m.ui_clear() }}
      allowDeselect={false}
      data={[...assets].map(([id, one]) => ({ value: id, label: wordsOf(one) }))}
      // The server has chosen already.
      filter={({ options }) => options}
      renderOption={({ option }) => <Option asset={assets.get(option.value)} label={option.label} />}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      searchValue={text}
      onSearchChange={setText}
      onFocus={(event) => event.currentTarget.select()}
      error={error ?? found.error?.message}
      nothingFoundMessage={found.isFetching ? m.shell_loading() : m.assets_picker_none()}
      maxDropdownHeight={300}
    />
  );
}

function Option({ asset, label }: { asset: Asset | undefined; label: string }) {
  return (
    <span className={classes.option}>
      <bdi className={classes.clip}>{label}</bdi>
      {asset && <bdi className={`${classes.clip} ${classes.dim}`}>{assetPlace(asset)}</bdi>}
    </span>
  );
}

const wordsOf = (asset: Asset) => `${labelCodeOf(asset)} · ${asset.name}`;
