import '@mantine/core/styles/Switch.layer.css';
import { Modal, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { useStore } from '#src/lib/store.ts';
import { Keys } from '#src/ui/keys.tsx';
import { type Shortcut, shortcutsInView, singleKeys, switchSingleKeys } from '#src/ui/shortcuts.ts';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';
import { goTargets } from './go-to.ts';
import classes from './shortcuts.module.css';

/** What every list of rows does by itself. */
const inGrid = (): Shortcut[] =>
  document.querySelector('[role="grid"]')
    ? [
        { keys: ['↑', '↓'], label: m.mail_key_move() },
        { keys: ['↵'], label: m.mail_key_open() },
        ...(document.querySelector('[role="grid"] input[type="checkbox"]')
          ? [{ keys: ['Space'], label: m.mail_key_select() }]
          : []),
      ]
    : [];

/** Every key that does something here and now, and the switch for those that are pressed alone. */
export default function ShortcutsDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const on = useStore(singleKeys);
  // As the page was when it was asked for.
  const [here] = useState(() => shortcutsInView(inGrid()));
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.mail_keys()}
      size="md"
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Switch
        checked={on}
        label={m.keys_single()}
        description={m.keys_single_hint()}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
      />
      <Section title={m.keys_here()} shortcuts={here} />
      {here.length === 0 && <p className={classes.none}>{m.keys_none()}</p>}
      <Section
        title={m.keys_everywhere()}
        shortcuts={[
          { keys: ['mod', 'k'], label: m.keys_palette() },
          { keys: ['?'], label: m.mail_key_help() },
          { keys: ['Esc'], label: m.keys_close() },
        ]}
      />
      <Section
        title={m.keys_go()}
        hint={m.keys_go_hint()}
        shortcuts={goTargets(me).map(({ key, label }) => ({ keys: ['g', key], label: label() }))}
      />
    </Modal>
  );
}

type SectionProps = { title: string; hint?: string; shortcuts: readonly Shortcut[] };
function Section({ title, hint, shortcuts }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h3 id={id}>{title}</h3>
      {hint && <p className={classes.none}>{hint}</p>}
      <dl className={classes.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={label}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
