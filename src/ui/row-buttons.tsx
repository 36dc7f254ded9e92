import { ActionIcon } from '@mantine/core';
import * as m from '#messages';
import { TrashIcon } from './desk-icons.tsx';
import { PencilIcon } from './icons.tsx';
import classes from './row-buttons.module.css';

type Props = { name: string; onEdit: () => void; onHide?: (() => void) | undefined };

/** What can be done with an entry. */
export function RowButtons({ name, onEdit, onHide }: Props) {
  return (
    <span className={classes.buttons} data-row-buttons>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={m.settings_edit({ name })}
        title={m.settings_rename()}
        onClick={onEdit}
      >
        <PencilIcon size={16} />
      </ActionIcon>
      {onHide && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.settings_hide({ name })}
          title={m.settings_hide_short()}
          onClick={onHide}
        >
          <TrashIcon size={16} />
        </ActionIcon>
      )}
    </span>
  );
}
