import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages';
import { assetOptions, useLiveAssets } from '#src/directory/asset-queries.ts';
import { ApiError } from '#src/lib/http.ts';
import { AssetIcon } from '#src/ui/asset-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { AssetBody } from './asset-body.tsx';
import classes from './asset.module.css';

/** One asset on a page of its own: where its label leads. */
export function AssetPage({ id }: { id: number }) {
  useLiveAssets();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(assetOptions(id));
  const missing = error instanceof ApiError && (error.status === 404 || error.status === 400);
  if (data && !missing)
    return (
      <Page
        title={data.name}
        layout="narrow"
        description={data.model.name === data.name ? data.model.type.name : <bdi>{data.model.name}</bdi>}
      >
        <p className={classes.up}>
          <TextLink to="/assets" size="sm">
            {m.assets_all()}
          </TextLink>
        </p>
        <AssetBody
          key={id}
          asset={data}
          onGone={() => void navigate({ to: '/assets', search: {}, replace: true })}
        />
      </Page>
    );
  return (
    <Page title={m.assets_asset()} layout="narrow">
      {missing ? (
        <EmptyState
          icon={<AssetIcon size={22} />}
          title={m.assets_gone()}
          action={<LinkButton to="/assets">{m.assets_all()}</LinkButton>}
        >
          {m.assets_gone_text()}
        </EmptyState>
      ) : error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.assets_one_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <div role="status" aria-label={m.shell_loading()}>
          <Skeleton height={200} />
        </div>
      )}
    </Page>
  );
}
