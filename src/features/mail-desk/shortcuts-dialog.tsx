import { Modal } from '@mantine/core';
import * as m from '#messages';
import { Keys } from '#src/ui/keys.tsx';
import classes from './shortcuts-dialog.module.css';

const shortcuts = (): [string[], string][] => [
  [['j', 'k'], m.mail_key_move()],
  [['↵'], m.mail_key_open()],
  [['Space'], m.mail_key_select()],
  [['d'], m.mail_key_deliver()],
  [['/'], m.mail_key_search()],
  [['s'], m.mail_key_scan()],
  [['?'], m.mail_key_help()],
  [['Alt 1', '…'], m.mail_key_package()],
  [['mod', '↵'], m.mail_key_checkin()],
];

/** Every key of the mail desk, behind "?". */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={m.mail_keys()} size="sm">
      <dl className={classes.list}>
        {shortcuts().map(([keys, what]) => (
          <div key={what}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
