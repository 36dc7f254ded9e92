import { Alert, Checkbox, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import * as m from '#messages';
import type { MovePreview } from '#contract/move-effect.ts';
import { kindOf } from '#src/directory/move-kinds.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { Facts } from '#src/ui/facts.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { chooseAssets } from './api.ts';
import { changeLines } from './change-words.ts';
import { Heir } from './heir.tsx';
import type { ItemRow } from './move-changes.tsx';
import classes from './move.module.css';

type Props = {
  row: ItemRow;
  done: boolean;
  editable: boolean;
  /** What stands where they leave, and may go along. */
  choices: MovePreview['choices'];
  onClose: () => void;
};

/** One of those who move: the answers to the type's fields, what changes, and what goes along. */
export function ItemPanel(props: Props) {
  const { row, onClose } = props;
  const narrow = useMediaQuery('(max-width: 899px)', undefined, { getInitialValueInEffect: false });
  const title = <bdi>{row.item.name}</bdi>;
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

function Body({ row: { item, change }, done, editable, choices }: Props) {
  const choose = useMoveWrite((assets: readonly number[]) => chooseAssets(item.id, assets));
  const taken = choices.filter((one) => one.taken).map(({ asset }) => asset.id);
  const answers = item.type.fields.map(({ code, name }) => ({ label: name, value: item.fieldValues[code] }));
  return (
    <div className={classes.panel}>
      {item.user && (
        <TextLink to="/people/$userId" params={{ userId: item.user.id }} size="sm">
          {m.moves_to_person()}
        </TextLink>
      )}
      <Facts facts={[{ label: m.moves_type(), value: item.type.name }, ...answers]} />
      {change && changeLines(change).length > 0 && (
        <section aria-label={done ? m.moves_changed() : m.moves_will_change()}>
          <h3 className={classes.heading}>{done ? m.moves_changed() : m.moves_will_change()}</h3>
          <dl className={classes.changes}>
            {changeLines(change).map(({ label, lines }) => (
              <div key={label}>
                <dt>{label}</dt>
                {lines.map((line) => (
                  <dd key={line} dir="auto">
                    {line}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      )}
      {!done && editable && kindOf(item.type) === 'terminate' && <Heir item={item} />}
      {!done && choices.length > 0 && (
        <fieldset className={classes.choices} disabled={!editable || choose.isPending}>
          <legend>{m.moves_take_along()}</legend>
          {choices.map(({ asset, type, taken: goes }) => (
            <Checkbox
              key={asset.id}
              size="sm"
              label={[asset.name, type].filter(Boolean).join(' · ')}
              checked={goes}
              onChange={() =>
                choose.mutate(goes ? taken.filter((id) => id !== asset.id) : [...taken, asset.id])
              }
            />
          ))}
          {choose.error && (
            <Alert color="red" role="alert">
              {choose.error.message}
            </Alert>
          )}
        </fieldset>
      )}
    </div>
  );
}
