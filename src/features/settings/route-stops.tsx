import { ActionIcon, Button, Select, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { CloseIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { SortableList } from '#src/ui/sortable-list.tsx';
import { changePlace } from './api.ts';
import { routeOptions, usePlaceWrite } from './queries.ts';
import classes from './settings.module.css';

type Stop = { id: number; name: string };

/** The stops of a route in order: drag, Alt with arrows, add and take off. */
export function RouteStops({ desk, id }: { desk: MailDesk; id: number }) {
  const client = useQueryClient();
  const { queryKey } = routeOptions(id);
  const { data: route, error, refetch } = useQuery(routeOptions(id));
  const write = usePlaceWrite((stops: readonly Stop[]) =>
    changePlace('routes', id, { stops: stops.map((stop) => ({ id: stop.id })) }),
  );
  if (!route)
    return error ? (
      <p role="alert" className={classes.inner}>
        {error.message}{' '}
        <Button variant="default" size="compact-xs" onClick={() => void refetch()}>
          {m.shell_try_again()}
        </Button>
      </p>
    ) : (
      <Skeleton height={60} className={classes.inner} />
    );

  /** Shown at once; a refusal brings the order of the server back. */
  const save = (stops: Stop[]) => {
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (now) => now && { ...now, stops });
    write.mutate(stops, { onError: ({ message }) => notify({ message, tone: 'danger' }) });
  };
  const { stops } = route;
  const others = desk.mailStops.filter((stop) => stops.every((one) => one.id !== stop.id));
  const take = (stop: Stop) => {
    save(stops.filter((one) => one.id !== stop.id));
    notify({ message: m.settings_stop_off({ name: stop.name, route: route.name }), undo: () => save(stops) });
  };
  return (
    <div className={classes.inner}>
      {stops.length === 0 ? (
        <p className={classes.hint}>{m.settings_route_empty()}</p>
      ) : (
        <SortableList
          label={m.settings_stops_of({ name: route.name })}
          items={stops}
          nameOf={({ name }) => name}
          onSort={save}
          end={(stop) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={m.settings_stop_take({ name: stop.name })}
              onClick={() => take(stop)}
            >
              <CloseIcon size={14} />
            </ActionIcon>
          )}
        />
      )}
      <Select
        size="xs"
        aria-label={m.settings_stop_add()}
        placeholder={m.settings_stop_add()}
        searchable
        limit={100}
        comboboxProps={{ keepMounted: false }}
        value={null}
        data={others.map((stop) => ({ value: String(stop.id), label: stop.name }))}
        nothingFoundMessage={m.settings_no_match()}
        onChange={(chosen) => {
          const stop = others.find((one) => String(one.id) === chosen);
          if (stop) save([...stops, { id: stop.id, name: stop.name }]);
        }}
      />
      {stops.length > 1 && <p className={classes.hint}>{m.settings_sort_hint()}</p>}
    </div>
  );
}
