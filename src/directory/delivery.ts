import * as m from '#messages';
import type { MailItem, MailStatus, Recipient } from '#contract/mail.ts';
import type { Delivery } from './mail-calls.ts';
import { recipientOf } from './item-facts.ts';

/** Who took it: the recipient, somebody else of the directory, or a name from outside it. */
export type Collector =
  | { kind: 'recipient' }
  | { kind: 'person'; person: Pick<Recipient, 'id' | 'name'> }
  | { kind: 'name'; name: string }
  | { kind: 'nobody' };

export type RecipientCount = { key: string; name: string; known: boolean; count: number };

/** Whose parcels these are, most parcels first. */
export function recipientsOf(items: readonly MailItem[]): RecipientCount[] {
  const found = new Map<string, RecipientCount>();
  for (const item of items) {
    const person = recipientOf(item);
    const name = person?.name ?? item.recipientName ?? m.mail_recipient_unknown();
    const key = person ? String(person.id) : `label ${name}`;
    const entry = found.get(key) ?? { key, name, known: Boolean(person), count: 0 };
    found.set(key, { ...entry, count: entry.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

export type Outcome = NonNullable<MailStatus['outcome']>;
export const outcomeLabels: Record<Outcome, () => string> = {
  person: m.mail_outcome_person,
  stop: m.mail_outcome_stop,
  courier: m.mail_outcome_courier,
  returned: m.mail_outcome_returned,
  forwarded: m.mail_outcome_forwarded,
};

/** How these parcels would leave the desk if nobody said otherwise. */
export function likelyOutcome(items: readonly MailItem[]): Outcome {
  if (items.every(({ itemType }) => itemType === 'OUTBOUND')) return 'courier';
  if (items.every(({ pending }) => pending?.reason === 'return')) return 'returned';
  if (items.every(({ pending }) => pending?.reason === 'forward')) return 'forwarded';
  return 'person';
}

/** Who takes these parcels if nobody said otherwise; `present` is at the desk, perhaps for colleagues too. */
export function likelyCollector(
  items: readonly MailItem[],
  present: Pick<Recipient, 'id' | 'name'> | undefined,
): Collector {
  if (present && items.some((item) => recipientOf(item)?.id !== present.id))
    return { kind: 'person', person: present };
  return { kind: recipientsOf(items).every(({ known }) => known) ? 'recipient' : 'nobody' };
}

const titles: Record<Exclude<Outcome, 'person'>, (words: { count: number }) => string> = {
  stop: m.mail_stop_title,
  courier: m.mail_courier_title,
  returned: m.mail_returned_title,
  forwarded: m.mail_forwarded_title,
};
export function deliveryTitle(items: readonly MailItem[], outcome: Outcome): string {
  if (outcome !== 'person') return titles[outcome]({ count: items.length });
  const recipients = recipientsOf(items);
  return recipients.length === 1
    ? m.mail_deliver_to({ count: items.length, name: recipients[0]!.name })
    : m.mail_deliver_several({ count: items.length, people: recipients.length });
}

export type Proof = { note: string; signature: string | null; photograph: string | null };

/** The call's body: one element an item, all with the same proof. */
export function deliveriesOf(
  items: readonly MailItem[],
  outcome: Outcome,
  collector: Collector,
  proof: Proof,
): Delivery[] {
  const shared = {
    ...(outcome !== 'person' && { outcome }),
    ...(proof.note.trim() && { note: proof.note.trim() }),
    ...(proof.signature && { signature: proof.signature }),
    ...(proof.photograph && { photograph: proof.photograph }),
  };
  const taker = (item: MailItem) =>
    outcome === 'person' || collector.kind !== 'recipient' ? collectedBy(item, collector) : {};
  return items.map((item) => ({ id: item.id, ...shared, ...taker(item) }));
}

function collectedBy(item: MailItem, collector: Collector): Partial<Delivery> {
  if (collector.kind === 'person') return { collectedBy: { id: collector.person.id } };
  if (collector.kind === 'name') return { collectedByName: collector.name };
  const person = collector.kind === 'recipient' ? recipientOf(item) : undefined;
  return person ? { collectedBy: { id: person.id } } : {};
}
