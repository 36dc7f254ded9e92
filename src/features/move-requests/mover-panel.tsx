import { Button, Drawer, Stack, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import * as m from '#messages';
import { wholePersonOptions } from '#src/directory/people.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { Panel } from '#src/ui/panel.tsx';
import type { DraftItem } from './draft.ts';
import { prefilled, seatOf } from './movers.ts';
import { spaceWords } from './mover-columns.tsx';
import classes from './new.module.css';

type Props = {
  item: DraftItem;
  type: MoveRequestType | undefined;
  onChange: (change: (item: DraftItem) => DraftItem) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** Somebody or something of the request, with the fields of its type. */
export function MoverPanel(props: Props) {
  const { item, onClose } = props;
  const narrow = useMediaQuery('(max-width: 899px)', undefined, { getInitialValueInEffect: false });
  const title = <bdi>{item.name}</bdi>;
  if (!narrow)
    return (
      <Panel label={m.moves_item()} title={title} onClose={onClose}>
        <Body {...props} />
      </Panel>
    );
  return (
    <Drawer
      opened
      position="right"
      size="100%"
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Body {...props} />
    </Drawer>
  );
}

function Body({ item, type, onChange, onRemove }: Props) {
  const fields = type?.fields ?? [];
  // Who came in with a file is known by name alone: the directory tells the rest once somebody looks.
  const unread = item.userId !== undefined && Object.keys(item.fields).length === 0 && fields.length > 0;
  const { data: person, error } = useQuery({ ...wholePersonOptions(item.userId ?? 0), enabled: unread });
  const fill = useEffectEvent(() => {
    if (!person || !type) return;
    const from = seatOf(person);
    onChange((before) => ({ ...before, fields: prefilled(type, person), ...(from && { from }) }));
  });
  useEffect(() => {
    if (person && unread) fill();
  }, [person, unread]);
  return (
    <Stack gap="sm">
      <p className={classes.aside}>
        {[type?.name, item.from && m.moves_now_at({ space: spaceWords(item.from) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {error && (
        <p role="alert" className={classes.aside}>
          {error.message}
        </p>
      )}
      {fields.map(({ code, name }) => (
        <TextInput
          key={code}
          label={name}
          value={item.fields[code] ?? ''}
          dir="auto"
          maxLength={4000}
          onChange={({ currentTarget: { value } }) =>
            onChange((before) => {
              const answers = { ...before.fields, [code]: value };
              const named = [answers.firstName, answers.lastName].filter(Boolean).join(' ').trim();
              return { ...before, fields: answers, ...(before.kind === 'new' && named && { name: named }) };
            })
          }
        />
      ))}
      {fields.length === 0 && <p className={classes.aside}>{m.moves_no_fields()}</p>}
      <Button variant="default" onClick={onRemove}>
        {m.moves_remove_item()}
      </Button>
    </Stack>
  );
}
