import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import * as m from '#messages';
import { assetOptions } from '#src/directory/asset-queries.ts';
import { catalogueKey, catalogueOptions } from '#src/directory/request-queries.ts';
import { RequestTypePicker } from '#src/directory/request-type-picker.tsx';
import { typesOf } from '#src/directory/request-types.ts';
import { spaceOptions } from '#src/directory/space-picker.tsx';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { RequestIcon } from '#src/ui/request-icons.tsx';
import { AskForm } from './ask-form-view.tsx';

/** Asking for something: what it is, then where and when. */
export function AskPage() {
  useLiveTopic('service-catalogue', catalogueKey);
  const navigate = useNavigate();
  const { roomId, assetId, typeId } = useSearch({ from: '/_app/requests/new' });
  const { data, error, refetch } = useQuery(catalogueOptions);
  const space = useQuery({ ...spaceOptions(roomId ?? 0), enabled: roomId !== undefined });
  const asset = useQuery({ ...assetOptions(assetId ?? 0), enabled: assetId !== undefined });
  const entries = data ? typesOf(data) : [];
  const chosen = entries.find(({ type }) => type.id === typeId);
  const here = { ...(roomId && { roomId }), ...(assetId && { assetId }) };
  const about = asset.data ?? space.data;
  return (
    <Page
      title={m.requests_new()}
      layout="narrow"
      description={about && m.requests_here({ space: about.name })}
    >
      {!data ? (
        error ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.requests_catalogue_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        ) : (
          <Skeleton height={240} />
        )
      ) : chosen ? (
        <AskForm
          key={chosen.type.id}
          entry={chosen}
          priorities={data.priorities}
          roomId={roomId}
          assetId={assetId}
          onOtherType={() => void navigate({ to: '/requests/new', search: here })}
        />
      ) : entries.length === 0 ? (
        <EmptyState icon={<RequestIcon size={22} />} title={m.requests_catalogue_empty()}>
          {m.requests_catalogue_empty_text()}
        </EmptyState>
      ) : (
        <RequestTypePicker
          entries={entries}
          onPick={(id) => void navigate({ to: '/requests/new', search: { ...here, typeId: id } })}
        />
      )}
    </Page>
  );
}
