import { lazy, type ReactNode, Suspense } from 'react';
import * as m from '#messages';
import type { Home, HomeAssets, HomeBookings, HomeMail, HomeService } from '#contract/home.ts';
import { useMe } from '#src/directory/me.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { formatMoment } from '#src/lib/dates.ts';
import { formatNumber, formatPercent } from '#src/lib/numbers.ts';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import classes from './home.module.css';
import { Part, Row } from './part.tsx';

const DeskChart = lazy(() => import('./desk-chart.tsx').then((file) => ({ default: file.DeskChart })));

type Figure = { word: string; value: string; bad?: boolean; link: (figure: ReactNode) => ReactNode };

/** The queues of what somebody runs, each number leading to the list it counts. */
export function DeskFigures({ desk }: { desk: Home['desk'] }) {
  const { mail, service, bookings, assets } = desk;
  return (
    <>
      {mail && <MailDesks mail={mail} />}
      {service && <ServiceDesk desk={service} />}
      {bookings && <BookingDesk desk={bookings} />}
      {assets && <AssetDesk desk={assets} />}
    </>
  );
}

function Figures({ title, figures, children }: { title: string; figures: Figure[]; children?: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.heading}>{title}</h2>
      </header>
      <ul className={classes.figures}>
        {figures.map(({ word, value, bad, link }) => (
          <li key={word}>
            {link(
              <>
                <strong data-bad={bad || undefined}>{value}</strong> <span>{word}</span>
              </>,
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function MailDesks({ mail: { desks, exceptions, days } }: { mail: HomeMail }) {
  const me = useMe();
  const nameOf = (centerId: number | undefined) =>
    me.permissions.find((held) => held.center.id === centerId)?.center.name;
  const all: Figure = {
    word: m.home_mail_exceptions(),
    value: formatNumber(exceptions),
    bad: exceptions > 0,
    link: (figure) => <TextLink to="/mail/exceptions">{figure}</TextLink>,
  };
  return (
    <>
      {desks.map((desk, nth) => {
        const center = nameOf(desk.centerId);
        const last = nth === desks.length - 1;
        return (
          <Figures
            key={desk.centerId ?? 0}
            title={center ? m.home_desk_mail_in({ center }) : m.home_desk_mail()}
            figures={[...queuesOf(desk), ...(nth === 0 ? [all] : [])]}
          >
            {desk.oldest !== undefined && (
              <p className={classes.note}>{m.home_mail_oldest({ time: formatMoment(desk.oldest) })}</p>
            )}
            {last && (
              <Chart
                label={m.home_mail_chart()}
                first={m.home_mail_checked_in()}
                second={m.home_mail_delivered()}
                points={days.map(({ day, checkedIn, delivered }) => ({
                  from: day,
                  until: day,
                  first: checkedIn,
                  second: delivered,
                }))}
              />
            )}
          </Figures>
        );
      })}
    </>
  );
}

function queuesOf({ centerId, ...desk }: HomeMail['desks'][number]): Figure[] {
  const toQueue = (queue?: 'PENDING' | 'TRANSFER' | 'CHECKOUT') =>
    function toMail(figure: ReactNode) {
      return (
        <TextLink to="/mail" search={{ ...(queue && { queue }), ...(centerId && { centerId }) }}>
          {figure}
        </TextLink>
      );
    };
  return [
    { word: m.home_mail_in(), value: formatNumber(desk.waiting), link: toQueue() },
    { word: m.home_mail_pending(), value: formatNumber(desk.pending), link: toQueue('PENDING') },
    { word: m.home_mail_transfer(), value: formatNumber(desk.transfer), link: toQueue('TRANSFER') },
    { word: m.home_mail_checkout(), value: formatNumber(desk.checkout), link: toQueue('CHECKOUT') },
  ];
}

function ServiceDesk({ desk }: { desk: HomeService }) {
  const toTab = (tab?: 'late' | 'me' | 'approval') =>
    function toQueue(figure: ReactNode) {
      return (
        <TextLink to="/requests/queue" search={tab ? { tab } : {}}>
          {figure}
        </TextLink>
      );
    };
  const figures: Figure[] = [
    { word: m.home_service_open(), value: formatNumber(desk.open), link: toTab() },
    { word: m.home_service_late(), value: formatNumber(desk.late), bad: desk.late > 0, link: toTab('late') },
    {
      word: m.home_service_unassigned(),
      value: formatNumber(desk.unassigned),
      link: (figure) => (
        <TextLink to="/requests/queue" search={{ unassigned: true }}>
          {figure}
        </TextLink>
      ),
    },
    { word: m.home_service_mine(), value: formatNumber(desk.mine), link: toTab('me') },
    { word: m.home_service_awaiting(), value: formatNumber(desk.awaiting), link: toTab('approval') },
  ];
  return (
    <Figures title={m.home_desk_service()} figures={figures}>
      <Chart
        label={m.home_service_chart()}
        first={m.home_service_opened()}
        second={m.home_service_closed()}
        points={desk.weeks.map(({ week, opened, closed }) => ({
          from: week,
          until: daysLater(week, 6),
          first: opened,
          second: closed,
        }))}
      />
    </Figures>
  );
}

const percent = (part: number, of: number) => (of > 0 ? formatPercent(part / of) : '–');

function BookingDesk({
  desk: { day, bookings, noShows, bookedOpenMs, openMs, awaiting },
}: {
  desk: HomeBookings;
}) {
  const toUse: Figure['link'] = (figure) => (
    <TextLink to="/bookings/use" search={{ from: day, until: day }}>
      {figure}
    </TextLink>
  );
  const figures: Figure[] = [
    { word: m.home_bookings_today(), value: formatNumber(bookings), link: toUse },
    { word: m.home_bookings_use(), value: percent(bookedOpenMs, openMs), link: toUse },
    { word: m.home_bookings_no_shows(), value: formatNumber(noShows), link: toUse },
    {
      word: m.home_bookings_awaiting(),
      value: formatNumber(awaiting),
      link: (figure) => <TextLink to="/bookings/approvals">{figure}</TextLink>,
    },
  ];
  return <Figures title={m.home_desk_bookings()} figures={figures} />;
}

function AssetDesk({ desk: { overdue, out, reserved, audits } }: { desk: HomeAssets }) {
  const toTab = (tab?: 'overdue' | 'reserved') =>
    function toLoans(figure: ReactNode) {
      return (
        <TextLink to="/assets/loans" search={tab ? { tab } : {}}>
          {figure}
        </TextLink>
      );
    };
  return (
    <>
      <Figures
        title={m.home_desk_assets()}
        figures={[
          {
            word: m.home_assets_overdue(),
            value: formatNumber(overdue),
            bad: overdue > 0,
            link: toTab('overdue'),
          },
          { word: m.home_assets_out(), value: formatNumber(out), link: toTab() },
          { word: m.home_assets_reserved(), value: formatNumber(reserved), link: toTab('reserved') },
        ]}
      />
      {audits.total > 0 && (
        <Part
          title={m.home_audits()}
          total={audits.total}
          empty=""
          all={
            <LinkButton to="/assets/audits" size="compact-sm" variant="default">
              {m.home_audits_all()}
            </LinkButton>
          }
        >
          {audits.items.map(({ id, name, figures: { found, expected } }) => (
            <Row
              key={id}
              of={`audit-${id}`}
              title={
                <TextLink to="/assets/audits/$auditId" params={{ auditId: id }}>
                  <bdi>{name}</bdi>
                </TextLink>
              }
              asides={[m.home_audit_found({ found: formatNumber(found), expected: formatNumber(expected) })]}
              state={
                <progress className={classes.progress} max={expected || 1} value={found} aria-label={name} />
              }
            />
          ))}
        </Part>
      )}
    </>
  );
}

type ChartProps = Parameters<typeof DeskChart>[0];
/** The drawing loads after the numbers. */
const Chart = (props: ChartProps) => (
  <div className={classes.chart}>
    <Suspense>
      <DeskChart {...props} />
    </Suspense>
  </div>
);
