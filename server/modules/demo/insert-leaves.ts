import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { createLeave, editLimit, takeLeaveStep } from '#server/modules/leaves/service.ts';
import type { Acting } from './acting.ts';
import type { Person } from './people.ts';
import { entriesOf } from './insert.ts';

type Step = 'approve' | 'reject' | 'withdraw' | 'cancel';
/** `who`: the employee, the manager, or one of those who report to the manager or elsewhere, by number. Days from today on. */
type MadeLeave = {
  who: 'employee' | 'manager' | `report${number}` | `other${number}`;
  type: string;
  from: number;
  /** Days of the calendar after the first. */
  days: number;
  /** Days ago. */
  asked: number;
  note?: string;
  standIn?: true;
  noon?: 'starts' | 'ends';
  steps?: readonly { step: Step; ago: number; comment?: string }[];
};
const approved = (ago: number, comment = '') => [{ step: 'approve' as const, ago, comment }];
const annual = 'Annual leave';

const leaves: readonly MadeLeave[] = [
  {
    who: 'employee',
    type: annual,
    from: 28,
    days: 4,
    asked: 1,
    note: 'A week in the mountains',
    standIn: true,
  },
  { who: 'employee', type: annual, from: 13, days: 1, asked: 12, standIn: true, steps: approved(10) },
  { who: 'employee', type: annual, from: -70, days: 9, asked: 110, steps: approved(108, 'Enjoy it.') },
  { who: 'employee', type: 'Sick leave', from: -31, days: 1, asked: 31 },
  { who: 'report0', type: annual, from: 16, days: 4, asked: 2, note: 'Wedding of my sister', standIn: true },
  { who: 'report1', type: annual, from: 9, days: 0, asked: 0.2, noon: 'starts', note: 'Moving house' },
  {
    who: 'report2',
    type: 'Parental leave',
    from: -3,
    days: 25,
    asked: 60,
    standIn: true,
    steps: approved(55),
  },
  {
    who: 'report3',
    type: annual,
    from: 20,
    days: 6,
    asked: 9,
    steps: [
      { step: 'reject', ago: 7, comment: 'The audit of the north wing is that week. Can you take the next?' },
    ],
  },
  { who: 'report3', type: annual, from: 48, days: 2, asked: 6, steps: [{ step: 'withdraw', ago: 5 }] },
  {
    who: 'manager',
    type: annual,
    from: -20,
    days: 4,
    asked: 80,
    steps: [...approved(75), { step: 'cancel', ago: 25, comment: 'The opening was put off.' }],
  },
  { who: 'manager', type: annual, from: 35, days: 4, asked: 3, standIn: true },
  { who: 'other0', type: annual, from: -1, days: 5, asked: 30, standIn: true, steps: approved(28) },
  { who: 'other1', type: 'Unpaid leave', from: 6, days: 11, asked: 20, steps: approved(15) },
];

/** Leave in every state, as the services would have written it at the time. */
export async function insertLeaves(tx: WriteTx, act: Acting, people: readonly Person[]): Promise<void> {
  const types = await entriesOf(tx, 'leave_type', 'name');
  const find = (post: Person['post']) => people.findIndex((one) => one.post === post);
  const [employee, manager, admin] = [find('employee'), find('manager'), find('admin')];
  const plain = [...people.keys()].filter((one) => !people[one]!.post && !people[one]!.duty);
  const reports = plain.filter((one) => people[one]!.manager === manager);
  const others = plain.filter(
    (one) => people[one]!.manager !== manager && people[one]!.manager !== undefined,
  );
  const personOf = (who: MadeLeave['who']): number | undefined => {
    if (who === 'employee') return employee;
    if (who === 'manager') return manager;
    return (who.startsWith('report') ? reports : others)[Number(who.slice(-1))];
  };
  const site: Caller = { ...act.as(admin), siteAdmin: true };
  const today = act.time(0);
  /** The day, or the Monday after it at the weekend. */
  const dayOf = (days: number) => {
    const at = new Date(today + days * 86_400_000);
    const weekend = at.getUTCDay() === 6 ? 2 : at.getUTCDay() === 0 ? 1 : 0;
    return new Date(at.getTime() + weekend * 86_400_000).toISOString().slice(0, 10);
  };
  for (const { who, type, from, days, asked, note, standIn, noon, steps = [] } of leaves) {
    const person = personOf(who);
    if (person === undefined) continue;
    const leader = people[person]!.manager;
    const startDate = dayOf(from);
    const delegate =
      others.findLast((one) => people[one]!.manager === leader && one !== person) ?? others.at(-1)!;
    const made = await createLeave(act.ago(asked), act.as(person), {
      type: { id: types.id(type) },
      startDate,
      endDate: days === 0 ? startDate : dayOf(from + days),
      startsAtNoon: noon === 'starts',
      endsAtNoon: noon === 'ends',
      note,
      ...(standIn && { delegate: { id: act.id(delegate) } }),
    });
    const { id } = JSON.parse(made) as { id: number };
    const decider = leader === undefined ? site : act.as(leader);
    for (const { step, ago, comment } of steps)
      await takeLeaveStep(
        act.ago(ago),
        // What is over by now, its person can no longer cancel.
        step === 'withdraw' ? act.as(person) : decider,
        id,
        step,
        {
          comment,
        },
      );
  }
  const year = new Date(today).getUTCFullYear();
  for (const [person, days] of [
    [employee, 28],
    [manager, 30],
  ] as const)
    await editLimit(act.ago(200), site, {
      user: { id: act.id(person) },
      type: { id: types.id(annual) },
      year,
      days,
    });
  // Nobody is written to of what is made up.
  await tx.query('UPDATE leave_letter SET due = NULL WHERE organisation_id = $1', [tx.organisation]);
}
