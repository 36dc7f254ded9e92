import { Button, Checkbox, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlanMatch } from '#contract/plan-match.ts';
import * as m from '#messages';
import classes from './floors.module.css';

type Props = {
  pairs: readonly PlanMatch[];
  /** Spaces that no element is named like. */
  left: number;
  onApply: (pairs: { space: number; elementId: string }[]) => void;
  onClose: () => void;
};

/** Shows which element would become which space, before it does. */
export function MatchDialog({ pairs, left, onApply, onClose }: Props) {
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set());
  const taken = pairs.filter(({ space }) => !without.has(space.id));
  const toggle = (id: number) => {
    const next = new Set(without);
    if (!next.delete(id)) next.add(id);
    setWithout(next);
  };
  return (
    <Modal opened onClose={onClose} title={m.floors_match_title()}>
      <Text size="sm" c="dimmed">
        {pairs.length === 0 ? m.floors_match_none() : m.floors_match_text()}
        {pairs.length > 0 && left > 0 && ` ${m.floors_match_left({ count: left })}`}
      </Text>
      {pairs.length > 0 && (
        <ul className={classes.pairs} aria-label={m.floors_match_title()}>
          {pairs.map(({ space, elementId }) => (
            <li key={space.id}>
              <Checkbox
                size="sm"
                checked={!without.has(space.id)}
                onChange={() => toggle(space.id)}
                label={m.floors_match_pair({ space: space.name, element: elementId })}
              />
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {m.ui_cancel()}
        </Button>
        {pairs.length > 0 && (
          <Button
            disabled={taken.length === 0}
            onClick={() => onApply(taken.map(({ space, elementId }) => ({ space: space.id, elementId })))}
          >
            {m.floors_match_apply({ count: taken.length })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
