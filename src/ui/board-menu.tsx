import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import * as m from '#messages';
import type { BoardHost, BoardState } from './board-host.ts';
import type { Hand } from './board-model.ts';
import type { BoardCard } from './board-types.ts';
import classes from './board-card.module.css';
import { LockIcon } from './icons.tsx';

type Props = {
  card: BoardCard;
  columnId: string;
  offer: Hand<BoardCard>;
  state: BoardState;
  host: BoardHost;
  /** The button it belongs to. */
  children: ReactElement;
};

/** Everything that a drag and the keys can do, for one finger or one switch. Columns that refuse say why. */
export function BoardMenu({ card, columnId, offer, state, host, children }: Props) {
  const chosen = state.selected.has(card.id);
  const { length } = offer.cards;
  return (
    <Menu
      opened
      returnFocus={false}
      width={240}
      onChange={(opened) => {
        if (!opened) host.onMenuClosed();
      }}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown className={classes.menu} aria-label={m.board_actions({ name: card.name })}>
        {state.openable && <Menu.Item onClick={() => host.open(card.id)}>{m.board_open()}</Menu.Item>}
        {state.selectable && (
          <Menu.Item onClick={() => host.toggle(card.id)}>
            {chosen ? m.board_unselect() : m.board_select()}
          </Menu.Item>
        )}
        {state.movable && !state.saving.has(card.id) && (
          <>
            <Menu.Label>{length > 1 ? m.board_move_all_to({ count: length }) : m.board_move_to()}</Menu.Label>
            {state.columns.map(({ id, title, icon: Icon }) => {
              if (id === columnId && length === 1) return null;
              const reason = offer.refused.get(id);
              // Not disabled: the arrows would pass it, and nobody would hear why.
              return (
                <Menu.Item
                  key={id}
                  aria-disabled={reason ? true : undefined}
                  data-refused={reason ? true : undefined}
                  closeMenuOnClick={!reason}
                  leftSection={reason ? <LockIcon size={16} /> : Icon && <Icon size={16} />}
                  onClick={() => {
                    if (!reason) host.send(card.id, id);
                  }}
                >
                  <bdi className={classes.menuName}>{title}</bdi>
                  {reason && <span className={classes.menuReason}>{reason}</span>}
                </Menu.Item>
              );
            })}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
