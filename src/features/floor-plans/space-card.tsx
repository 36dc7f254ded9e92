import { CloseButton } from '@mantine/core';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import { useSpaceRule } from '#src/directory/booking-rules.ts';
import classes from './floors.module.css';
import { purposeOf } from './space-state.ts';

type Props = { space: Room; onPlan: boolean; onClose: () => void };

/** The chosen space in a few lines. */
export function SpaceCard({ space, onPlan, onClose }: Props) {
  const { name, type, capacity, description, mailStop } = space;
  const rule = useSpaceRule(space.reservable ? space.id : undefined);
  const facts = [
    [m.floors_type(), type.name],
    [m.floors_use(), purposeOf(space).word],
    [m.floors_capacity(), capacity ? m.floors_places({ count: capacity }) : undefined],
    [m.rules_of_space(), rule],
    [m.floors_mail_stop(), mailStop?.name],
    [m.floors_description(), description],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <section className={classes.card} aria-label={name}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>
          <bdi>{name}</bdi>
        </h2>
        <CloseButton size="sm" aria-label={m.floors_close()} onClick={onClose} />
      </div>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!onPlan && <p className={classes.hint}>{m.floors_not_on_plan_text()}</p>}
    </section>
  );
}
