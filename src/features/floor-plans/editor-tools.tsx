import { Button, SegmentedControl, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import * as m from '#messages';
import { UndoIcon } from '#src/ui/icons.tsx';
import classes from './floors.module.css';
import type { Mode, usePlanTool } from './use-plan-tool.ts';

type Props = {
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Name of the space that is being placed. */
  space: string | undefined;
  elementIds: readonly string[];
  elementId: string | undefined;
  onElement: (elementId: string) => void;
  drawing: Pick<ReturnType<typeof usePlanTool>, 'corners' | 'close' | 'putInMiddle'>;
  onTakeOff: (() => void) | undefined;
  onMatch: (() => void) | undefined;
  onUndo: (() => void) | undefined;
  onSave: (() => void) | undefined;
  saving: boolean;
  onDone: () => void;
  /** What concerns the drawing as a whole. */
  children: ReactNode;
};

/** What one can do to the plan, and what the way that is chosen asks for. */
export function EditorTools(props: Props) {
  const { mode, onMode, space, elementIds, drawing } = props;
  const modes = [
    { value: 'select', label: m.floors_mode_select() },
    ...(elementIds.length > 0 ? [{ value: 'pick', label: m.floors_mode_pick(), disabled: !space }] : []),
    { value: 'rectangle', label: m.floors_mode_rectangle(), disabled: !space },
    { value: 'polygon', label: m.floors_mode_polygon(), disabled: !space },
  ];
  const hint = space
    ? {
        select: m.floors_hint_select(),
        pick: m.floors_hint_pick({ space }),
        rectangle: m.floors_hint_rectangle({ space }),
        polygon: m.floors_hint_polygon({ space }),
      }[mode]
    : m.floors_hint_none();
  return (
    <div className={classes.tools}>
      <SegmentedControl
        size="xs"
        aria-label={m.floors_mode()}
        data={modes}
        value={mode}
        onChange={(value) => onMode(value as Mode)}
      />
      {mode === 'pick' && (
        <Select
          size="xs"
          w={190}
          searchable
          limit={50}
          aria-label={m.floors_element()}
          placeholder={m.floors_element()}
          data={[...elementIds]}
          value={props.elementId ?? null}
          onChange={(id) => id !== null && props.onElement(id)}
        />
      )}
      {mode === 'rectangle' && (
        <Button size="compact-sm" variant="default" onClick={drawing.putInMiddle}>
          {m.floors_put_in_middle()}
        </Button>
      )}
      {mode === 'polygon' && (
        <Button size="compact-sm" variant="default" disabled={drawing.corners < 3} onClick={drawing.close}>
          {m.floors_close_shape()}
        </Button>
      )}
      {props.onTakeOff && (
        <Button size="compact-sm" variant="default" onClick={props.onTakeOff}>
          {m.floors_take_off()}
        </Button>
      )}
      {props.onMatch && (
        <Button size="compact-sm" variant="default" onClick={props.onMatch}>
          {m.floors_match()}
        </Button>
      )}
      {props.children}
      <div className={classes.end}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<UndoIcon size={14} />}
          disabled={!props.onUndo}
          onClick={props.onUndo}
        >
          {m.ui_undo()}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onDone}>
          {m.floors_done()}
        </Button>
        <Button size="compact-sm" disabled={!props.onSave} loading={props.saving} onClick={props.onSave}>
          {m.floors_save()}
        </Button>
      </div>
      <p className={classes.hint} role="status">
        {hint}
      </p>
    </div>
  );
}
