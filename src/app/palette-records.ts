import { keepPreviousData, useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { type FindKind, type FindResult, findAnswer } from '#contract/find.ts';
import type { Me } from '#contract/users.ts';
import { uses } from '#src/directory/features.ts';
import { states } from '#src/directory/item-facts.ts';
import { worksIn } from '#src/directory/me.ts';
import { requestStates } from '#src/directory/request-status.tsx';
import { match } from '#src/lib/fuzzy.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { AssetIcon } from '#src/ui/asset-icons.tsx';
import { ParcelIcon, PersonIcon } from '#src/ui/icons.tsx';
import { MoveIcon } from '#src/ui/move-icons.tsx';
import { PlanIcon } from '#src/ui/places-icons.tsx';
import { RequestIcon } from '#src/ui/request-icons.tsx';
import type { Entry, Target } from './palette-entries.ts';

/** One letter says nothing of a record. */
const LEAST = 2;
const A_WHILE = 30_000;

/** The kinds whose pages somebody can open. */
const kindsFor = (me: Me): FindKind[] => [
  'person',
  'space',
  ...(uses(me, 'assets') ? (['asset'] as const) : []),
  ...(uses(me, 'mail') ? (['parcel'] as const) : []),
  ...(uses(me, 'service') ? (['request'] as const) : []),
  ...(uses(me, 'moves') ? (['move'] as const) : []),
];

const pages: Record<FindKind, (id: number) => Target> = {
  person: (id) => ({ to: '/people/$userId', params: { userId: id } }),
  space: (id) => ({ to: '/spaces/$roomId', params: { roomId: id } }),
  asset: (id) => ({ to: '/assets/$assetId', params: { assetId: id } }),
  parcel: (id) => ({ to: '/mail/$itemId', params: { itemId: id } }),
  request: (id) => ({ to: '/requests', search: { open: id } }),
  move: (id) => ({ to: '/moves/$requestId', params: { requestId: id } }),
};
const icons: Record<FindKind, Entry['icon']> = {
  person: PersonIcon,
  space: PlanIcon,
  asset: AssetIcon,
  parcel: ParcelIcon,
  request: RequestIcon,
  move: MoveIcon,
};

function secondFor(me: Me, found: FindResult): Entry['second'] {
  const ask = (search: Target['search']) =>
    uses(me, 'service')
      ? { label: m.scan_ask(), target: { to: '/requests/new', ...(search && { search }) } }
      : undefined;
  if (found.kind === 'person')
    return worksIn(me, 'mail')
      ? { label: m.scan_hand_over(), target: { to: '/mail/deliver', search: { person: found.id } } }
      : undefined;
  if (found.kind === 'asset') return ask({ assetId: found.id });
  if (found.kind !== 'space') return undefined;
  return found.reservable && uses(me, 'booking')
    ? { label: m.find_book_space(), target: { to: '/bookings/space/$roomId', params: { roomId: found.id } } }
    : ask({ roomId: found.id });
}

function stateOf(found: FindResult): string[] {
  if (found.kind === 'parcel') return [states[found.state].label()];
  return found.kind === 'request' ? [requestStates[found.state].label()] : [];
}

function entryOf(me: Me, found: FindResult, text: string): Entry {
  const marks = match(text, found.title)?.marks;
  return {
    key: `${found.kind} ${found.id}`,
    group: found.exact ? 'exact' : found.kind,
    title: found.title,
    parts: [...stateOf(found), ...found.parts],
    target: pages[found.kind](found.id),
    icon: icons[found.kind],
    ...(found.kind === 'person' && { person: found }),
    second: secondFor(me, found),
    ...(marks && { marks }),
  };
}

const words = ({ title, parts }: FindResult) => [title, ...parts].join(' ');

/**
 * The records that a text names. While the answer is under way, those of the last one that still fit; a question that is
 * no longer asked is called off.
 */
export function useFound(me: Me, text: string) {
  const kinds = kindsFor(me).join(',');
  const enabled = [...text].length >= LEAST;
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['find', kinds, text],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/find', { q: text, kinds }), { reply: findAnswer, signal }),
    enabled,
    staleTime: A_WHILE,
    placeholderData: keepPreviousData,
    // What somebody waits for with a finger on a key is better said now.
    retry: false,
  });
  const found = enabled && !error ? (data ?? []) : [];
  const fitting = isPlaceholderData
    ? found.filter((one) => match(text, words(one))).map(({ exact: _exact, ...one }) => one as FindResult)
    : found;
  return {
    records: fitting.map((one) => entryOf(me, one, text)),
    searching: enabled && isFetching,
    problem: enabled && error ? error.message : undefined,
    tryAgain: () => void refetch(),
  };
}
