import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { assetOptions } from '#src/directory/asset-queries.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { AssetBody } from './asset-body.tsx';
import classes from './asset.module.css';

type Props = {
  id: number;
  onClose: () => void;
  /** It has been removed here. */
  onGone: () => void;
};

/** An asset beside the register, or over it on a phone. */
export function AssetPanel({ id, onClose, onGone }: Props) {
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false });
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const { data, error, refetch } = useQuery(assetOptions(id));
  const title = data ? <bdi>{data.name}</bdi> : m.assets_asset();
  const page = (
    <TextLink to="/assets/$assetId" params={{ assetId: id }} size="sm">
      {m.assets_own_page()}
    </TextLink>
  );
  const body = data ? (
    <AssetBody key={id} asset={data} onGone={onGone} />
  ) : error ? (
    <EmptyState
      icon={<ErrorIcon size={22} />}
      title={m.assets_one_failed()}
      action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
    >
      {error.message}
    </EmptyState>
  ) : (
    <Skeleton height={180} />
  );
  if (narrow)
    return (
      <Drawer
        opened
        position="right"
        size={phone ? '100%' : 460}
        title={title}
        onClose={onClose}
        closeButtonProps={{ 'aria-label': m.assets_close() }}
      >
        <p className={classes.up}>{page}</p>
        {body}
      </Drawer>
    );
  return (
    <Panel label={m.assets_asset()} title={title} end={page} closeLabel={m.assets_close()} onClose={onClose}>
      {body}
    </Panel>
  );
}
