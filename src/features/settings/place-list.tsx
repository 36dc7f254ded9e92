import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import type { PlaceKind } from './api.ts';
import { type Place, PlaceDialog } from './place-dialog.tsx';
import { RowButtons } from './row-buttons.tsx';
import classes from './settings.module.css';
import { useHidePlace } from './use-hide-place.ts';

type Listed = Place & { routeIds?: number[]; sortOrder?: number };
type Props = { kind: Exclude<PlaceKind, 'routes'>; desk: MailDesk; places: readonly Listed[] };

/** Mail stops or racks: add, rename, hide. */
export function PlaceList({ kind, desk, places }: Props) {
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Place | 'new'>();
  const hide = useHidePlace(kind, desk);
  const stops = kind === 'mailstops';
  const routes = useMemo(() => new Map(desk.routes.map(({ id, name }) => [id, name])), [desk.routes]);
  const centers = useMemo(() => new Map(desk.centers.map(({ id, name }) => [id, name])), [desk.centers]);
  const word = text.trim().toLocaleLowerCase();
  const shown = word ? places.filter(({ name }) => name.toLocaleLowerCase().includes(word)) : places;
  const lineOf = ({ routeIds, centerId }: Listed) =>
    stops
      ? (routeIds ?? []).flatMap((id) => routes.get(id) ?? []).join(', ') || m.settings_no_route()
      : centerId === undefined
        ? m.settings_every_center()
        : (centers.get(centerId) ?? '');
  const last = Math.max(0, ...places.map(({ sortOrder = 0 }) => sortOrder));

  return (
    <>
      <p className={classes.hint}>{stops ? m.settings_stops_text() : m.settings_racks_text()}</p>
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
          {stops ? m.settings_stop_new() : m.settings_rack_new()}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className={classes.nothing}>{word ? m.settings_none_found() : m.settings_none_yet()}</p>
      ) : (
        <ul className={classes.list} aria-label={stops ? m.settings_stops() : m.settings_racks()}>
          {shown.map((place) => (
            <li key={place.id} className={classes.row}>
              <bdi className={classes.name} title={place.name}>
                {place.name}
              </bdi>
              <span className={classes.dim}>{lineOf(place)}</span>
              <RowButtons name={place.name} onEdit={() => setEditing(place)} onHide={() => hide(place)} />
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <PlaceDialog
          kind={kind}
          desk={desk}
          {...(editing === 'new' ? !stops && { sortOrder: last + 1 } : { place: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
