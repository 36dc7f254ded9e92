import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { formatDateTime, formatLongDay } from '#src/lib/dates.ts';
import { Facts } from '#src/ui/facts.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { uses } from './features.ts';
import { useMe } from './me.ts';
import { RequestPriority } from './request-priority.tsx';
import { operatorStatusLabels } from './request-status.tsx';
import classes from './request.module.css';

type Answered = Pick<ServiceRequest, 'fields' | 'fieldValue'>;

/** The answers to the type's questions, in the order of the questions; a dropped question keeps its answer. */
export function answersOf({ fields, fieldValue }: Answered): { label: string; value: string }[] {
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]));
  return fieldValue.map(({ id, name, value }) => ({ label: name, value: answerWords(kinds.get(id), value) }));
}
function answerWords(kind: string | undefined, value: string): string {
  if (kind === 'yes-no') return value === 'true' ? m.request_yes() : m.request_no();
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatLongDay(value) : value;
}

type Props = {
  request: ServiceRequest;
  /** Who does it; false where that stands in a part of its own. */
  crew?: boolean;
};

/** What was asked for, where, by whom, and who does it. */
export function RequestFacts({ request, crew = true }: Props) {
  const { type, room, description, asset, requester, operators, priority, center } = request;
  const place = [room.floor.name, room.floor.building.name].join(' · ');
  const facts = [
    { label: m.request_number(), value: `#${request.id}` },
    {
      label: m.request_type(),
      value: [type.product.category?.name, type.product.name].filter(Boolean).join(' · '),
    },
    {
      label: m.request_space(),
      value: (
        <>
          <TextLink to="/spaces/$roomId" params={{ roomId: room.id }} size="sm">
            <bdi>{room.name}</bdi>
          </TextLink>
          <span className={classes.dim}> {place}</span>
        </>
      ),
    },
    { label: m.request_priority(), value: <RequestPriority priority={priority} /> },
    { label: m.request_required(), value: formatDateTime(request.dateRequired) },
    ...answersOf(request),
    { label: m.request_asset(), value: asset && <AboutAsset asset={asset} /> },
    {
      label: m.request_description(),
      value: description && <span className={classes.text}>{description}</span>,
    },
    { label: m.request_requester(), value: requester.name },
    { label: m.request_center(), value: center.name },
    {
      label: m.request_operators(),
      value: crew && operators.length > 0 && (
        <ul className={classes.operators}>
          {operators.map(({ id, name, status }) => (
            <li key={id}>
              <bdi>{name}</bdi> <span className={classes.dim}>{operatorStatusLabels[status]()}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      label: m.request_held(),
      value:
        request.hold &&
        ([request.hold.reason?.name, request.hold.note].filter(Boolean).join(': ') || undefined),
    },
    { label: m.request_closing(), value: request.closingNote },
    {
      label: m.request_signed(),
      value: request.signature && (
        <>
          <img className={classes.signature} src={request.signature.downloadURL} alt={m.mail_signature()} />
          {request.signedBy && <bdi>{request.signedBy}</bdi>}
        </>
      ),
    },
    {
      label: m.request_rating(),
      value:
        request.rating &&
        [m.request_stars({ stars: request.rating.stars }), request.rating.comment].filter(Boolean).join(': '),
    },
  ];
  return <Facts facts={facts} />;
}

/** The thing that it is about, with its page where there is a register. */
function AboutAsset({ asset: { id, name } }: { asset: NonNullable<ServiceRequest['asset']> }) {
  const words = [name, `#${id}`].filter(Boolean).join(' ');
  if (!uses(useMe(), 'assets')) return words;
  return (
    <TextLink to="/assets/$assetId" params={{ assetId: id }} size="sm">
      <bdi>{words}</bdi>
    </TextLink>
  );
}
