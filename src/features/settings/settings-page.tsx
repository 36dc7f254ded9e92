import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { deskOptions } from '#src/directory/mail-queries.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { TabLine } from '#src/ui/tab-line.tsx';
import { CenterList } from './center-list.tsx';
import { FeatureList } from './feature-list.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import { PlaceList } from './place-list.tsx';
import { centersOptions, organisationOptions, routesKey } from './queries.ts';
import { RouteList } from './route-list.tsx';
import { type SettingName, type SettingSearch, settingsFor } from './search.ts';
import classes from './settings.module.css';
import { titles } from './titles.ts';

type Props = { search: SettingSearch; onSearch: (search: SettingSearch, replace?: boolean) => void };
/** What belongs to service requests, assets and moves are features of their own, which the route puts here. */
type PageProps = Props & { requests: ReactNode; assets: ReactNode; moves: ReactNode };
/** What is set for everybody: the organisation and its features, centers, and what the mail desk chooses from. */
export function SettingsPage({ search, onSearch, requests, assets, moves }: PageProps) {
  const names = settingsFor(useMe());
  const tab = names.find((name) => name === search.tab) ?? names[0] ?? 'centers';
  return (
    <Page title={m.settings_title()}>
      <div className={classes.tabs}>
        <TabLine label={m.settings_title()} current={tab}>
          {names.map((name) => (
            <Link
              key={name}
              to="/settings"
              search={name === names[0] ? {} : { tab: name }}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={name === tab ? 'page' : undefined}
            >
              {titles[name]()}
            </Link>
          ))}
        </TabLine>
      </div>
      <section aria-label={titles[tab]()} className={classes.section}>
        {tab === 'organisation' || tab === 'features' ? (
          <Organisation tab={tab} />
        ) : tab === 'requests' ? (
          requests
        ) : tab === 'assets' ? (
          assets
        ) : tab === 'moves' ? (
          moves
        ) : tab === 'centers' ? (
          <Centers search={search} onSearch={onSearch} />
        ) : (
          <Desk key={tab} tab={tab} search={search} onSearch={onSearch} />
        )}
      </section>
    </Page>
  );
}

function Organisation({ tab }: { tab: 'organisation' | 'features' }) {
  const { data, error, refetch } = useQuery(organisationOptions);
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Bones />;
  return tab === 'features' ? <FeatureList organisation={data} /> : <OrganisationForm organisation={data} />;
}

function Centers({ search, onSearch }: Props) {
  const { data, error, refetch } = useQuery(centersOptions);
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Bones />;
  return (
    <CenterList
      centers={data}
      open={search.center}
      onOpen={(center) => onSearch({ tab: 'centers', ...(center && { center }) }, true)}
    />
  );
}

type DeskTab = Exclude<
  SettingName,
  'organisation' | 'features' | 'centers' | 'requests' | 'assets' | 'moves'
>;
function Desk({ tab, search, onSearch }: Props & { tab: DeskTab }) {
  useLiveTopic('catalogue', deskOptions.queryKey);
  useLiveTopic('catalogue', routesKey);
  const { data: desk, error, refetch } = useQuery(deskOptions);
  if (!desk) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Bones />;
  switch (tab) {
    case 'routes':
      return (
        <RouteList
          desk={desk}
          open={search.route}
          onOpen={(route) => onSearch({ tab, ...(route && { route }) }, true)}
        />
      );
    case 'stops':
      return <PlaceList kind="mailstops" desk={desk} places={desk.mailStops} />;
    case 'racks':
      return <PlaceList kind="locations" desk={desk} places={desk.locations} />;
    case 'couriers':
      return <PlaceList kind="couriers" desk={desk} places={desk.couriers} />;
    case 'packages':
      return <PlaceList kind="packageTypes" desk={desk} places={desk.packageTypes} />;
  }
}

const Failed = ({ error, onRetry }: { error: Error; onRetry: () => void }) => (
  <EmptyState
    icon={<ErrorIcon size={22} />}
    title={m.settings_failed()}
    action={<Button onClick={onRetry}>{m.shell_try_again()}</Button>}
  >
    {error.message}
  </EmptyState>
);
const Bones = () => (
  <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
    <Skeleton height={36} />
    <Skeleton height={36} />
    <Skeleton height={36} />
  </div>
);
