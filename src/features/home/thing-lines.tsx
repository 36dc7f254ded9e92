import * as m from '#messages';
import type { HeldAsset } from '#contract/asset-confirmations.ts';
import type { AssetLoan } from '#contract/asset-loans.ts';
import type { Home } from '#contract/home.ts';
import { keepsAssets } from '#src/directory/rights.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { AskIcon, LentIcon, ReturnIcon } from '#src/ui/asset-loan-icons.tsx';
import { ParcelIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { type Deed, without } from './deeds.ts';
import type { Act, Line, Now } from './line.ts';

const DAY = 86_400_000;
const toMine: Line['link'] = (title) => <TextLink to="/assets/mine">{title}</TextLink>;

/** All that lies at a desk, in one line: one code collects it all. */
export function parcelLines(parcels: Home['parcels']): Line[] {
  if (!parcels || parcels.ready === 0) return [];
  const here = parcels.items.filter(({ currentQueue }) => currentQueue === 'IN');
  const centers = [...new Set(here.map(({ center }) => center.name))];
  return [
    {
      kind: 'parcels',
      id: 0,
      key: 'parcels',
      since: here.at(-1)?.dateCreated,
      icon: ParcelIcon,
      word: m.home_kind_parcels(),
      title: m.home_parcels_ready({ count: parcels.ready }),
      asides: centers,
      link: (title) => <TextLink to="/parcels">{title}</TextLink>,
      acts: [{ label: m.home_show_code(), name: m.home_parcels(), main: true, ask: { kind: 'code' } }],
    },
  ];
}

const stepLoan = ({ id, asset }: AssetLoan, step: 'return' | 'cancel'): Deed => ({
  call: { method: 'PUT', path: `/assets/loans/${id}/${step}`, body: {} },
  undo: { method: 'PUT', path: `/assets/loans/${id}/undo`, body: {} },
  told: step === 'return' ? m.home_returned({ name: asset.name }) : m.home_cancelled({ name: asset.name }),
  apply: without('loans', id),
});
/** What may be done with something borrowed: keepers take it back themselves, others bring it to them. */
export function loanActs(loan: AssetLoan, { me }: Now): Act[] {
  const { name } = loan.asset;
  if (loan.state === 'reserved')
    return [{ label: m.home_cancel_reservation(), name, deed: stepLoan(loan, 'cancel') }];
  return keepsAssets(me) ? [{ label: m.home_return(), name, deed: stepLoan(loan, 'return') }] : [];
}
/** What is to be brought back soon, and what lies ready. */
export const loanLines = (loans: readonly AssetLoan[], at: Now): Line[] =>
  loans
    .filter(({ state, dueDate, startDate, flag }) =>
      state === 'out' ? dueDate < at.tomorrow + DAY || flag !== undefined : startDate < at.tomorrow,
    )
    .map((loan) => {
      const { id, asset, state, dueDate, startDate, center, flag, waitsFor } = loan;
      const out = state === 'out';
      return {
        kind: out ? 'return' : 'fetch',
        id,
        key: `loan-${id}`,
        due: out ? dueDate : startDate,
        since: loan.dateCreated,
        icon: out ? ReturnIcon : LentIcon,
        word: out ? m.home_kind_return() : m.home_kind_fetch(),
        title: asset.name,
        asides: [
          out ? m.home_bring({ center: center.name }) : m.home_collect({ center: center.name }),
          ...(flag ? [flag] : []),
          ...(waitsFor
            ? [m.lending_waits({ name: waitsFor.user.name, time: formatDateTime(waitsFor.dueDate) })]
            : []),
        ],
        link: toMine,
        acts: loanActs(loan, at),
      };
    });

const unanswered = ({ asks }: HeldAsset) => asks.filter(({ answer }) => answer === undefined);
function confirm(asset: HeldAsset): Deed {
  const ids = unanswered(asset).map(({ id }) => id);
  const say = (answer: 'have' | null) =>
    ({
      method: 'PUT',
      path: '/assets/mine/answers',
      body: { answers: ids.map((id) => ({ id, answer, note: null })) },
    }) as const;
  return {
    call: say('have'),
    undo: say(null),
    told: m.home_said_have({ name: asset.name }),
    apply: without('holdings', asset.id),
  };
}
/** What one is asked whether one has it. */
export const holdingLines = (assets: readonly HeldAsset[]): Line[] =>
  assets.map((asset) => ({
    kind: 'confirm',
    id: asset.id,
    key: `asset-${asset.id}`,
    due: Math.min(...unanswered(asset).map(({ round }) => round.dueDate)),
    icon: AskIcon,
    word: m.home_kind_confirm(),
    title: asset.name,
    asides: [asset.type.name, ...(asset.localUID ? [asset.localUID] : [])],
    link: toMine,
    acts: [
      { label: m.home_have_it(), name: asset.name, main: true, deed: confirm(asset) },
      { label: m.home_something_else(), name: asset.name, link: toMine },
    ],
  }));
