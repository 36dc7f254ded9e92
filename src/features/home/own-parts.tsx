import { Button } from '@mantine/core';
import * as m from '#messages';
import type { Home } from '#contract/home.ts';
import type { MailItem } from '#contract/mail.ts';
import { MoveStatus } from '#src/directory/move-status.tsx';
import { parcelState } from '#src/directory/parcel-words.ts';
import { numberOf } from '#src/directory/item-facts.ts';
import { RequestClock } from '#src/directory/request-clock.tsx';
import { RequestStatus } from '#src/directory/request-status.tsx';
import { formatDate, formatMoment } from '#src/lib/dates.ts';
import { CheckIcon, ClockIcon, WarningIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import type { Doing } from './acts.tsx';
import { moveTitle } from './decision-lines.tsx';
import { leaveDays } from './leave-words.ts';
import type { Now } from './line.ts';
import { Part, Row } from './part.tsx';
import { loanActs, parcelLines } from './thing-lines.tsx';

type Of<Name extends keyof Home> = { part: NonNullable<Home[Name]> };

const parcelTitle = ({ sender, fromUser, packageType, courier }: MailItem) =>
  sender ?? fromUser?.name ?? [packageType?.name, courier.name].filter(Boolean).join(' · ');
/** Parcels on their way to somebody, and the code that collects them. */
export function OwnParcels({ part, doing }: Of<'parcels'> & { doing: Doing }) {
  const [ready] = parcelLines(part);
  return (
    <Part
      title={m.home_parcels()}
      total={part.total}
      empty={m.home_parcels_none()}
      all={<TextLink to="/parcels">{m.home_parcels_all()}</TextLink>}
      tools={ready && <CodeTool doing={doing} />}
    >
      {part.items.map((item) => {
        const { word, tone, icon } = parcelState(item);
        return (
          <Row
            key={item.id}
            of={`parcel-${item.id}`}
            title={
              <TextLink to="/mail/$itemId" params={{ itemId: item.id }}>
                <bdi>{parcelTitle(item)}</bdi>
              </TextLink>
            }
            asides={[numberOf(item), formatMoment(item.dateCreated)]}
            state={
              <StatusBadge tone={tone} icon={icon}>
                {word}
              </StatusBadge>
            }
          />
        );
      })}
    </Part>
  );
}

function CodeTool({ doing }: { doing: Doing }) {
  return (
    <Button size="compact-sm" variant="light" onClick={() => doing.ask('parcels', { kind: 'code' })}>
      {m.home_show_code()}
    </Button>
  );
}

/** What somebody asked for and waits for, with its clock. */
export function OwnRequests({ part }: Of<'requests'>) {
  return (
    <Part
      title={m.home_requests()}
      total={part.total}
      empty={m.home_requests_none()}
      all={<TextLink to="/requests/mine">{m.home_requests_all()}</TextLink>}
      tools={
        <LinkButton to="/requests/new" size="compact-sm" variant="light">
          {m.home_ask()}
        </LinkButton>
      }
    >
      {part.items.map((request) => (
        <Row
          key={request.id}
          of={`own-request-${request.id}`}
          title={
            <TextLink to="/requests/mine" search={{ open: request.id }}>
              <bdi>{request.type.name}</bdi>
            </TextLink>
          }
          asides={[request.room.name]}
          state={
            <>
              <RequestStatus request={request} />
              <RequestClock request={request} />
            </>
          }
        />
      ))}
    </Part>
  );
}

/** What somebody has borrowed and reserved. */
export function OwnLoans({ part, at, doing }: Of<'loans'> & { at: Now; doing: Doing }) {
  return (
    <Part
      title={m.home_loans()}
      total={part.total}
      empty={m.home_loans_none()}
      all={<TextLink to="/assets/mine">{m.home_loans_all()}</TextLink>}
    >
      {part.items.map((loan) => (
        <Row
          key={loan.id}
          of={`loan-${loan.id}`}
          title={
            <TextLink to="/assets/mine">
              <bdi>{loan.asset.name}</bdi>
            </TextLink>
          }
          asides={[
            loan.state === 'out'
              ? m.home_loan_due({ time: formatMoment(loan.dueDate, at.now) })
              : m.home_loan_from({ time: formatMoment(loan.startDate, at.now) }),
          ]}
          state={
            loan.overdue && (
              <StatusBadge tone="danger" icon={WarningIcon}>
                {m.home_overdue()}
              </StatusBadge>
            )
          }
          acts={loanActs(loan, at)}
          doing={doing}
        />
      ))}
    </Part>
  );
}

/** Moves by which somebody moves. Nothing where there are none: one moves once in years. */
export function OwnMoves({ part }: Of<'moves'>) {
  if (part.total === 0) return null;
  return (
    <Part
      title={m.home_moves()}
      total={part.total}
      empty=""
      all={<TextLink to="/moves">{m.home_moves_all()}</TextLink>}
    >
      {part.items.map((move) => (
        <Row
          key={move.id}
          of={`move-${move.id}`}
          title={
            <TextLink to="/moves/$requestId" params={{ requestId: move.id }}>
              <bdi>{move.description || moveTitle(move)}</bdi>
            </TextLink>
          }
          asides={[move.date === undefined ? m.home_move_no_day() : formatDate(move.date)]}
          state={<MoveStatus move={move} />}
        />
      ))}
    </Part>
  );
}

/** Leave that is asked for or to come. */
export function OwnLeaves({ part }: Of<'leaves'>) {
  return (
    <Part
      title={m.home_leave()}
      total={part.total}
      empty={m.home_leave_none()}
      tools={
        <LinkButton to="/leave" search={{ ask: 'new' }} size="compact-sm" variant="light">
          {m.leave_new()}
        </LinkButton>
      }
      all={<TextLink to="/leave">{m.leave_tab_mine()}</TextLink>}
    >
      {part.items.map((leave) => (
        <Row
          key={leave.id}
          of={`leave-${leave.id}`}
          title={
            <TextLink to="/leave" search={{ open: leave.id }}>
              <bdi>{leave.type.name}</bdi>
            </TextLink>
          }
          asides={[leaveDays(leave), leave.delegate?.name]}
          state={
            <StatusBadge
              tone={leave.status === 'approved' ? 'success' : 'warning'}
              icon={leave.status === 'approved' ? CheckIcon : ClockIcon}
            >
              {leave.status === 'approved' ? m.home_leave_approved() : m.home_leave_pending()}
            </StatusBadge>
          }
        />
      ))}
    </Part>
  );
}
