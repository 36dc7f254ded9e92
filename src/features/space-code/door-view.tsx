import { type ComponentType, lazy, Suspense } from 'react';
import type { DoorDisplay } from '#contract/space-code.ts';
import * as m from '#messages';
import { formatTime } from '#src/lib/dates.ts';
import { BusyIcon } from '#src/ui/code-icons.tsx';
import { CheckIcon, ClockIcon, type IconProps, LockIcon, OfflineIcon } from '#src/ui/icons.tsx';
import { type DoorBooking, type DoorState, doorState } from './door-state.ts';
import classes from './door.module.css';
import { FullScreen } from './full-screen.tsx';
import { fullAddress } from './full-address.ts';
import { timeWords } from './standing.ts';

const QrCode = lazy(() => import('#src/ui/qr-code.tsx'));

const looks: Record<DoorState, { word: () => string; icon: ComponentType<IconProps> }> = {
  free: { word: m.door_free, icon: CheckIcon },
  soon: { word: m.door_soon, icon: ClockIcon },
  busy: { word: m.door_busy, icon: BusyIcon },
  closed: { word: m.door_closed, icon: LockIcon },
  unknown: { word: m.door_unknown, icon: OfflineIcon },
};
const MOST = 4;

type Props = { door: DoorDisplay; now: number; staleSince: number | undefined };

/** How the space stands, to be read from across the corridor. */
export function DoorView({ door, now, staleSince }: Props) {
  const { space, timeZone } = door;
  const standing = doorState(door, now);
  const { state, current, later } = standing;
  const until = 'until' in standing ? standing.until : undefined;
  const { word, icon: Icon } = looks[state];
  const time = (ms: number) => timeWords(ms, now, timeZone);
  const about = [
    space.type,
    space.capacity !== undefined && space.capacity > 1 && m.door_places({ count: space.capacity }),
    space.floor,
    space.building,
  ];
  const when =
    until === undefined
      ? state === 'free' || state === 'busy'
        ? m.door_rest()
        : ''
      : state === 'soon'
        ? m.door_from({ time: time(until) })
        : m.door_until({ time: time(until) });
  return (
    <main id="content" className={classes.door} data-state={state}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h1 className={classes.name} dir="auto" tabIndex={-1} data-page-title>
            {space.name}
          </h1>
          <p className={classes.about} dir="auto">
            {about.filter(Boolean).join(' · ')}
          </p>
        </div>
        <time className={classes.clock}>{formatTime(now, timeZone)}</time>
      </header>
      {staleSince !== undefined && (
        <p className={classes.stale} role="alert">
          <OfflineIcon size={22} />
          {m.door_stale({ time: time(staleSince) })}
        </p>
      )}
      <section className={classes.state} role="status">
        <Icon className={classes.icon} strokeWidth={2} />
        <div className={classes.words}>
          <strong className={classes.word}>{word()}</strong>
          {when && <span className={classes.when}>{when}</span>}
          {current && (
            <span className={classes.current} dir="auto">
              {titleOf(current)}
            </span>
          )}
        </div>
      </section>
      <footer className={classes.foot}>
        <section className={classes.next} aria-labelledby="door-next">
          <h2 id="door-next" className={classes.heading}>
            {m.door_next()}
          </h2>
          {later.length === 0 ? (
            <p>{m.door_next_none()}</p>
          ) : (
            <ul>
              {later.slice(0, MOST).map((one) => (
                <li key={one.startDate}>
                  <span className={classes.time}>{`${time(one.startDate)} – ${time(one.endDate)}`}</span>
                  <bdi className={classes.title}>{titleOf(one)}</bdi>
                </li>
              ))}
            </ul>
          )}
          {later.length > MOST && <p>{m.door_more({ count: later.length - MOST })}</p>}
        </section>
        <div className={classes.scan}>
          <div className={classes.qr}>
            <Suspense>
              <QrCode text={fullAddress(door.code)} label={m.door_scan_label({ space: space.name })} />
            </Suspense>
          </div>
          <span>{m.door_scan()}</span>
        </div>
      </footer>
      <FullScreen />
    </main>
  );
}

const titleOf = ({ title }: DoorBooking) => title || m.door_booked();
