import type { WriteTx } from '#server/lib/database.ts';
import { reckonDue } from '#server/modules/service-requests/service.ts';
import { entriesOf, insert } from './insert.ts';
import type { PlaceIds } from './insert-places.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { makeRequests } from './requests.ts';

const moment = (ms: number) => new Date(ms).toISOString();

/** Kinds with questions of their own, and one that a manager has to approve. */
async function insertQuestions(tx: WriteTx): Promise<void> {
  await tx.query(
    `INSERT INTO service_type (organisation_id, service_product_id, name, description, word, sla_minutes,
       estimated_minutes, default_priority_id, approval)
     SELECT $1, p.id, 'Move of a desk', 'A desk with everything on it, within the building.', 'furniture', 2400, 90,
       (SELECT id FROM priority WHERE organisation_id = $1 AND sort_order = 4), true
     FROM service_product p WHERE p.organisation_id = $1 AND p.name = 'Furniture'`,
    [tx.organisation],
  );
  await tx.query(
    `INSERT INTO service_field (organisation_id, service_type_id, code, name, kind, sort_order, choices)
     SELECT $1, t.id, given.code, given.label, given.kind, nth, given.choices
     FROM ROWS FROM (jsonb_to_recordset($2) AS (type text, code text, label text, kind text, choices text[]))
       WITH ORDINALITY AS given (type, code, label, kind, choices, nth)
     JOIN service_type t ON t.organisation_id = $1 AND t.name = given.type ORDER BY nth`,
    [
      tx.organisation,
      JSON.stringify([
        {
          type: 'Projector flickers',
          code: 'input',
          label: 'How is it connected',
          kind: 'choice',
          choices: ['HDMI', 'USB-C', 'Wireless'],
        },
        { type: 'Projector flickers', code: 'needed', label: 'Needed again on', kind: 'date', choices: [] },
        {
          type: 'Key or badge does not open',
          code: 'badge',
          label: 'Number of the badge',
          kind: 'text',
          choices: [],
        },
        {
          type: 'Water leak',
          code: 'electric',
          label: 'Is it near sockets or machines',
          kind: 'yes-no',
          choices: [],
        },
        { type: 'Move of a desk', code: 'where', label: 'Where to', kind: 'text', choices: [] },
        { type: 'Move of a desk', code: 'desks', label: 'How many desks', kind: 'number', choices: [] },
      ]),
    ],
  );
}

/** What was asked for in the last weeks, with its log, comments and promises as the clock reckons them. */
export async function insertRequests(
  tx: WriteTx,
  { random, places, people, now }: { random: Random; places: Places; people: readonly Person[]; now: number },
  { spaces }: PlaceIds,
  userIds: readonly number[],
): Promise<void> {
  await insertQuestions(tx);
  const center = (await entriesOf(tx, 'center', 'code')).id('maintenance');
  const reasons = await entriesOf(tx, 'service_hold_reason', 'name');
  const types = new Map(
    (
      await tx.query<{ id: number; name: string; priority: number; minutes: number | null }>(
        `SELECT id, name, default_priority_id AS priority, nullif(sla_minutes, 0) AS minutes
         FROM service_type WHERE organisation_id = $1`,
        [tx.organisation],
      )
    ).map((one) => [one.name, one]),
  );
  const made = makeRequests(random, places, people, now);
  const last = ({ events }: (typeof made)[number]) => moment(events.at(-1)!.at);
  const ids = await insert(
    tx,
    'service_request',
    made.map((one) => ({
      center_id: center,
      requester_id: userIds[one.requester],
      service_type_id: types.get(one.type)!.id,
      priority_id: types.get(one.type)!.priority,
      room_id: spaces[one.space],
      asset_status: '',
      description: one.description,
      operators_needed: 1,
      date_required: moment(one.created),
      warning: {},
      state: one.state,
      approval: one.events.some(({ kind }) => kind === 'awaiting')
        ? one.awaiting || one.state === 'rejected'
          ? 'awaiting'
          : 'approved'
        : undefined,
      hold_reason_id: one.hold && reasons.id(one.hold.reason),
      held_at: one.hold && moment(one.hold.at),
      closed_at: one.closed && moment(one.closed.at),
      closing_note: one.closed?.note,
      rating: one.rating?.stars,
      rating_comment: one.rating?.comment,
      rated_at: one.rating && moment(one.rating.at),
      scheduled: false,
      created_by: userIds[one.requester],
      updated_by: userIds[one.events.at(-1)!.by],
      date_created: moment(one.created),
      date_updated: last(one),
    })),
  );
  await insert(
    tx,
    'service_operator',
    made.flatMap((one, nth) =>
      one.operators.map(({ person, status }) => ({
        service_request_id: ids[nth],
        user_id: userIds[person],
        status,
        date_created: moment(one.created),
        date_updated: last(one),
      })),
    ),
    'user_id',
  );
  const comments = await insert(
    tx,
    'service_comment',
    made.flatMap((one, nth) =>
      one.comments.map(({ at, by, content, internal }) => ({
        service_request_id: ids[nth],
        content,
        internal,
        entered_by: userIds[by],
        date_created: moment(at),
      })),
    ),
  );
  // Comments that everybody reads have a line in the log, in the order in which they were written.
  const said = made
    .flatMap((one) => one.comments)
    .map(({ internal }, nth) => ({ internal, id: comments[nth] }));
  const shown = said.filter(({ internal }) => !internal).values();
  await insert(
    tx,
    'service_request_event',
    made.flatMap((one, nth) =>
      one.events.map(({ kind, at, by, reason, note }) => {
        const terms = kind === 'opened' ? types.get(one.type)! : undefined;
        return {
          service_request_id: ids[nth],
          kind,
          at: moment(at),
          entered_by: userIds[by],
          to_id:
            kind === 'comment'
              ? shown.next().value!.id
              : kind === 'rated'
                ? one.rating!.stars
                : reason && reasons.id(reason),
          service_type_id: terms?.id,
          priority_id: terms?.priority,
          center_id: terms && center,
          minutes: terms?.minutes ?? undefined,
          note,
        };
      }),
    ),
  );
  await reckonDue(tx, ids);
  // Wanted as early as was promised; what is on hold was given time.
  await tx.query(
    `UPDATE service_request SET date_required = CASE WHEN state = 'hold'
       THEN greatest(date_created + interval '3 days', $2::timestamptz + interval '1 day')
       ELSE coalesce(due_at, date_created + interval '2 days') END WHERE organisation_id = $1`,
    [tx.organisation, moment(now)],
  );
}
