import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { MailItem, Recipient } from '#contract/mail.ts';
import type { Outcome } from '#src/directory/delivery.ts';
import { numberOf } from '#src/directory/item-facts.ts';
import { PersonOption } from '#src/directory/person-option.tsx';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { LabelName, ReasonBadge } from './exception-columns.tsx';
import classes from './exceptions.module.css';
import { suggestionsOptions } from './queries.ts';
import { reasons } from './reasons.ts';

type Props = {
  item: MailItem;
  onPick: (person: Recipient) => void;
  onLeave: (outcome: Outcome) => void;
  onClose: () => void;
};

/** One exception with all that helps to solve it; beside the list, or over it on a phone. */
export function ExceptionPanel(props: Props) {
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false });
  const title = props.item.recipientName ?? m.exceptions_no_name();
  if (narrow)
    return (
      <Drawer
        opened
        position="right"
        size={420}
        title={<bdi>{title}</bdi>}
        onClose={props.onClose}
        closeButtonProps={{ 'aria-label': m.ui_close() }}
      >
        <Body {...props} />
      </Drawer>
    );
  return (
    <Panel label={m.exceptions_one()} title={<LabelName item={props.item} />} onClose={props.onClose}>
      <Body {...props} />
    </Panel>
  );
}

function Body({ item, onPick, onLeave, onClose }: Props) {
  const { data } = useQuery(suggestionsOptions(item.id));
  const checkedIn = item.statuses[0];
  const facts = [
    [m.mail_number(), numberOf(item)],
    [m.mail_courier(), item.courier.name],
    [m.mail_sender(), item.sender],
    [m.mail_rack(), item.location?.name],
    [m.mail_center(), item.center.name],
    [m.mail_checked_in(), formatDateTime(item.dateCreated)],
    [m.exceptions_by(), checkedIn?.enteredBy?.name],
  ] as const;
  return (
    <div className={classes.body}>
      <div className={classes.why}>
        <ReasonBadge item={item} />
        <p>{item.exception && reasons[item.exception].hint()}</p>
      </div>
      <PersonPicker
        autoFocus
        label={m.exceptions_who()}
        onPick={onPick}
        onCancel={(how) => how === 'escape' && onClose()}
      />
      {data && data.length > 0 && (
        <section aria-labelledby="suggestions">
          <h3 id="suggestions">{m.exceptions_suggestions()}</h3>
          <ul className={classes.people}>
            {data.map((person) => (
              <li key={person.id}>
                <button type="button" className={classes.person} onClick={() => onPick(person)}>
                  <PersonOption person={person} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="other-ways">
        <h3 id="other-ways">{m.exceptions_other_ways()}</h3>
        <div className={classes.ways}>
          <Button variant="default" size="compact-md" onClick={() => onLeave('stop')}>
            {m.exceptions_to_stop()}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => onLeave('returned')}>
            {m.exceptions_return()}
          </Button>
        </div>
      </section>
      <section aria-labelledby="facts">
        <h3 id="facts">{m.mail_facts()}</h3>
        <dl className={classes.facts}>
          {facts.map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <bdi>{value}</bdi>
                  </dd>
                </div>
              ),
          )}
        </dl>
        <TextLink to="/mail/$itemId" params={{ itemId: item.id }} size="sm">
          {m.mail_item_page()}
        </TextLink>
      </section>
    </div>
  );
}
