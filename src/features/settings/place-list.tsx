import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { deskOptions } from '#src/directory/mail-queries.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { SortableList } from '#src/ui/sortable-list.tsx';
import { type PlaceKind, sortPlaces } from './api.ts';
import { type Place, PlaceDialog } from './place-dialog.tsx';
import { usePlaceWrite } from './queries.ts';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import classes from './settings.module.css';
import { useHidePlace } from './use-hide-place.ts';

type Kind = Exclude<PlaceKind, 'routes'>;
type Listed = Place & { routeIds?: number[]; sortOrder?: number; code?: string };
type Props = { kind: Kind; desk: MailDesk; places: readonly Listed[] };

const words = {
  mailstops: { label: m.settings_stops, text: m.settings_stops_text, add: m.settings_stop_new },
  locations: { label: m.settings_racks, text: m.settings_racks_text, add: m.settings_rack_new },
  packageTypes: { label: m.settings_packages, text: m.settings_packages_text, add: m.settings_package_new },
  couriers: { label: m.settings_couriers, text: m.settings_couriers_text, add: m.settings_courier_new },
} as const satisfies Record<Kind, unknown>;

/** Mail stops, racks, package types or couriers: add, rename, hide; what has an order is put in it by its grip. */
export function PlaceList({ kind, desk, places }: Props) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Place | 'new'>();
  const hide = useHidePlace(kind, desk);
  const routes = useMemo(() => new Map(desk.routes.map(({ id, name }) => [id, name])), [desk.routes]);
  const centers = useMemo(() => new Map(desk.centers.map(({ id, name }) => [id, name])), [desk.centers]);
  const sorted = kind === 'locations' || kind === 'packageTypes' ? kind : undefined;
  const sort = usePlaceWrite((ids: readonly number[]) => sortPlaces(sorted!, ids));
  const word = text.trim().toLocaleLowerCase();
  const shown = word ? places.filter(({ name }) => name.toLocaleLowerCase().includes(word)) : places;
  const { label, text: hint, add } = words[kind];
  const last = Math.max(0, ...places.map(({ sortOrder = 0 }) => sortOrder));

  const lineOf = ({ routeIds, centerId, code = '' }: Listed) => {
    if (kind === 'mailstops')
      return (routeIds ?? []).flatMap((id) => routes.get(id) ?? []).join(', ') || m.settings_no_route();
    if (kind !== 'locations') return code;
    return centerId === undefined ? m.settings_every_center() : (centers.get(centerId) ?? '');
  };
  /** Shown at once; a refusal brings the order of the server back. */
  const onSort = (items: Listed[]) => {
    const { queryKey } = deskOptions;
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (now) => now && { ...now, [sorted!]: items });
    const ids = items.map(({ id }) => id);
    sort.mutate(ids, { onError: ({ message }) => notify({ message, tone: 'danger' }) });
  };
  const buttons = (place: Listed) => (
    <RowButtons
      name={place.name}
      onEdit={() => setEditing(place)}
      // The courier of all parcels whose courier nobody knows has to stay.
      onHide={kind === 'couriers' && place.code === 'OTHER' ? undefined : () => hide(place)}
    />
  );

  return (
    <>
      <p className={classes.hint}>{hint()}</p>
      <div className={classes.bar}>
        <TextInput
          type="search"
          size="xs"
          aria-label={m.settings_find()}
          placeholder={m.settings_find()}
          leftSection={<SearchIcon size={15} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={() => setEditing('new')}>
          {add()}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className={classes.nothing}>{word ? m.settings_none_found() : m.settings_none_yet()}</p>
      ) : sorted && !word ? (
        <>
          <SortableList
            label={label()}
            items={shown}
            nameOf={({ name }) => name}
            detail={lineOf}
            onSort={onSort}
            end={buttons}
          />
          {shown.length > 1 && <p className={classes.sortHint}>{m.settings_sort_list_hint()}</p>}
        </>
      ) : (
        <ul className={classes.list} aria-label={label()}>
          {shown.map((place) => (
            <li key={place.id} className={classes.row}>
              <bdi className={classes.name} title={place.name}>
                {place.name}
              </bdi>
              <span className={classes.dim}>{lineOf(place)}</span>
              {buttons(place)}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <PlaceDialog
          kind={kind}
          desk={desk}
          {...(editing === 'new' ? sorted && { sortOrder: last + 1 } : { place: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
