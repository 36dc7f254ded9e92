import { useEffect, useEffectEvent } from 'react';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { Keys } from '#src/ui/keys.tsx';
import { Choice } from '#src/ui/choice.tsx';
import type { Sticky } from './draft.ts';
import classes from './sticky-line.module.css';

type Props = { desk: MailDesk; sticky: Sticky; onChange: (change: Sticky) => void };

/** Racks of a center, and those that belong to none. */
export const racksOf = (desk: MailDesk, centerId: number | undefined) =>
  desk.locations.filter((rack) => !centerId || !rack.centerId || rack.centerId === centerId);

/** What stays from scan to scan. It holds for the scans to come, not for the rows that are there. */
export function StickyLine({ desk, sticky, onChange }: Props) {
  const toggle = (id: number) => onChange({ packageTypeId: sticky.packageTypeId === id ? undefined : id });
  const choose = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    // By the key's place: with Alt, some keyboards type other characters.
    const type = desk.packageTypes[Number(/^Digit([1-9])$/.exec(event.code)?.[1]) - 1];
    if (!type) return;
    event.preventDefault();
    toggle(type.id);
  });
  useEffect(() => {
    window.addEventListener('keydown', choose);
    return () => window.removeEventListener('keydown', choose);
  }, []);

  return (
    <div className={classes.line} role="group" aria-label={m.mail_sticky()}>
      <div className={classes.chips} role="group" aria-label={m.mail_package_type()}>
        {desk.packageTypes.map(({ id, name }, at) => (
          <button
            key={id}
            type="button"
            className={classes.chip}
            aria-pressed={sticky.packageTypeId === id}
            onClick={() => toggle(id)}
          >
            {name}
            {at < 9 && <Keys keys={[`Alt ${at + 1}`]} />}
          </button>
        ))}
      </div>
      {desk.centers.length > 1 && (
        <Choice
          layout="line"
          label={m.mail_center()}
          none={m.mail_center_mine()}
          options={desk.centers}
          value={sticky.centerId}
          onChange={(centerId) => onChange({ centerId, locationId: undefined })}
        />
      )}
      <Choice
        layout="line"
        label={m.mail_rack()}
        none={m.mail_none()}
        options={racksOf(desk, sticky.centerId)}
        value={sticky.locationId}
        onChange={(locationId) => onChange({ locationId })}
      />
      <label className={classes.sender}>
        <span>{m.mail_sender()}</span>
        <input
          value={sticky.sender ?? ''}
          placeholder={m.mail_any()}
          autoComplete="off"
          dir="auto"
          maxLength={300}
          onChange={(event) => onChange({ sender: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}
