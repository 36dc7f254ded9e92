import { TextInput } from '@mantine/core';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { Choice } from '#src/ui/choice.tsx';
import type { CourierGuess } from './courier-guess.ts';
import type { DraftRow, RowFields } from './draft.ts';
import { itemTypeLabels } from '#src/directory/item-facts.ts';
import { itemTypes } from './filters.ts';
import { SentFields } from './sent-fields.tsx';
import { racksOf } from './sticky-line.tsx';
import classes from './scan-row.module.css';

type Props = {
  row: DraftRow;
  desk: MailDesk;
  guess: CourierGuess | undefined;
  onChange: (change: RowFields) => void;
};

/** Everything else of a row, for whoever needs more than number and recipient. */
export function RowDetails({ row, desk, guess, onChange }: Props) {
  const error = (field: string) => (row.problem?.field.startsWith(field) ? row.problem.message : undefined);
  return (
    <div className={classes.details} role="group" aria-label={m.mail_row_details({ number: row.number })}>
      <Choice
        label={m.mail_package_type()}
        none={m.mail_none()}
        options={desk.packageTypes}
        value={row.packageTypeId}
        error={error('packageType')}
        onChange={(packageTypeId) => onChange({ packageTypeId })}
      />
      <Choice
        label={m.mail_rack()}
        none={m.mail_none()}
        options={racksOf(desk, row.centerId)}
        value={row.locationId}
        error={error('location')}
        onChange={(locationId) => onChange({ locationId })}
      />
      <Choice
        label={m.mail_center()}
        none={m.mail_center_mine()}
        options={desk.centers}
        value={row.centerId}
        error={error('center')}
        onChange={(centerId) => onChange({ centerId })}
      />
      <Choice
        label={m.mail_courier()}
        none={guess ? m.mail_courier_recognised({ name: guess.name }) : m.mail_courier_none()}
        options={desk.couriers}
        value={row.courierId}
        error={error('courier')}
        onChange={(courierId) => onChange({ courierId })}
      />
      <Choice
        label={m.mail_item_type()}
        none={itemTypeLabels.INBOUND()}
        options={itemTypes.slice(1).map((type, at) => ({ id: at + 1, name: itemTypeLabels[type]() }))}
        value={row.itemType ? itemTypes.indexOf(row.itemType) : undefined}
        error={error('itemType')}
        onChange={(at) =>
          onChange({
            itemType: at ? itemTypes[at] : undefined,
            toAddress: undefined,
            fromUser: undefined,
            routeId: undefined,
          })
        }
      />
      {row.itemType && <SentFields row={row} desk={desk} error={error} onChange={onChange} />}
      <TextInput
        label={m.mail_sender()}
        value={row.sender ?? ''}
        error={error('sender')}
        dir="auto"
        maxLength={300}
        autoComplete="off"
        onChange={(event) => onChange({ sender: event.currentTarget.value })}
      />
    </div>
  );
}
