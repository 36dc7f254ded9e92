import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import * as m from '#messages';
import { CsvError, parseCsv } from '#contract/csv-read.ts';
import {
  type MoveGroupField,
  moveGroupFields,
  type MoveGroupPreview,
  suggestGroupMapping,
} from '#contract/moves-board.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { kindOf } from '#src/directory/move-kinds.ts';
import { decodeText } from '#src/lib/decode-text.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { instantOf } from '#src/lib/zone-clock.ts';
import { Callout } from '#src/ui/callout.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { FileField } from '#src/ui/file-field.tsx';
import { type GroupMapping, previewGroup } from './api.ts';
import { spaceOfPlace } from './draft-body.ts';
import { type Draft, type DraftItem, needsSpace } from './draft.ts';
import classes from './new.module.css';

const labels: Record<MoveGroupField, () => string> = {
  person: m.moves_group_person,
  space: m.moves_group_space,
  building: m.moves_building,
  floor: m.moves_floor,
  type: m.moves_type,
  note: m.moves_group_note,
};
/** The server takes this much; more is no list of people. */
const MOST = 10 * 1024 * 1024;
const SHOWN = 200;

type Column = { name: string; sample: string };
/** The columns of a file with the first value of each. @throws CsvError */
export function columnsOf(csv: string): Column[] {
  const [head = [], ...rows] = parseCsv(csv);
  return head.map((name, at) => ({
    name: name.trim(),
    sample: rows.find((cells) => cells[at]?.trim())?.[at]?.trim() ?? '',
  }));
}

/** What the rows of a file say, as items; who is in twice is taken once. */
export function itemsOf(preview: MoveGroupPreview, types: readonly MoveRequestType[]): DraftItem[] {
  return preview.items.flatMap(({ user, type, fromRoom, toRoom }): DraftItem[] => {
    const known = types.find(({ id }) => id === type.id);
    if (!known) return [];
    const item: DraftItem = {
      key: randomKey(),
      typeId: type.id,
      kind: kindOf(known),
      name: user.name,
      userId: user.id,
      ...(fromRoom && { from: spaceOfPlace(fromRoom) }),
      fields: {},
      tasks: {},
    };
    return [toRoom && needsSpace(item) ? { ...item, to: spaceOfPlace(toRoom) } : item];
  });
}

type Props = {
  draft: Draft;
  zone: string;
  types: readonly MoveRequestType[];
  onAdd: (items: DraftItem[]) => void;
  onClose: () => void;
};

/** People from a file: which column is what, what each row says, and only then into the request. */
export function GroupDialog({ draft, zone, types, onAdd, onClose }: Props) {
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [columns, setColumns] = useState<Column[]>();
  const [preview, setPreview] = useState<MoveGroupPreview>();
  const [mapping, setMapping] = useState<GroupMapping>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const read = async (name: string, csv: string, way: GroupMapping) => {
    setProblem(undefined);
    // Nothing to ask the server about, before it is said who is meant.
    if (way.person === undefined) return setPreview(undefined);
    setBusy(true);
    try {
      const seen = await previewGroup({
        csv,
        description: draft.description.trim() || name,
        date: draft.date ? instantOf(draft.date, zone) : null,
        mapping: way,
      });
      setPreview(seen);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const choose = async (chosen: File) => {
    setPreview(undefined);
    setColumns(undefined);
    if (chosen.size > MOST) return setProblem(m.moves_group_too_big());
    const csv = decodeText(new Uint8Array(await chosen.arrayBuffer()));
    setFile({ name: chosen.name, csv });
    try {
      const found = columnsOf(csv);
      const way = suggestGroupMapping(found.map(({ name }) => name));
      setColumns(found);
      setMapping(way);
      await read(chosen.name, csv, way);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      setProblem(m.moves_group_no_csv({ row: error.row, reason: error.message }));
    }
  };
  const remap = (field: MoveGroupField, column: number | undefined) => {
    const { [field]: _before, ...rest } = mapping;
    const way = column === undefined ? rest : { ...rest, [field]: column };
    setMapping(way);
    if (file) void read(file.name, file.csv, way);
  };
  const errors = preview?.errors ?? [];
  const count = preview?.items.length ?? 0;

  return (
    <Modal
      opened
      onClose={onClose}
      title={m.moves_group_title()}
      size={760}
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Stack gap="md">
        <p className={classes.aside}>{m.moves_group_text()}</p>
        <FileField name={file?.name} onFile={(chosen) => void choose(chosen)} />
        {problem && (
          <Alert color="red" role="alert" title={m.moves_group_failed()}>
            {problem}
          </Alert>
        )}
        {busy && !preview && <p role="status">{m.moves_group_reading()}</p>}
        {columns && (
          <>
            <div className={classes.mapping} role="group" aria-label={m.moves_group_mapping()}>
              {moveGroupFields.map((field) => (
                <Choice
                  key={field}
                  label={labels[field]()}
                  none={m.moves_group_no_column()}
                  value={mapping[field] === undefined ? undefined : mapping[field] + 1}
                  options={columns.map(({ name, sample }, n) => ({
                    id: n + 1,
                    name: [name || m.moves_group_column({ number: n + 1 }), sample]
                      .filter(Boolean)
                      .join(': '),
                  }))}
                  onChange={(column) => remap(field, column === undefined ? undefined : column - 1)}
                />
              ))}
            </div>
            <p role="status" className={classes.aside}>
              {preview
                ? m.moves_group_found({ rows: preview.rows, count, errors: errors.length })
                : mapping.person === undefined && m.moves_group_need_person()}
            </p>
            {errors.length > 0 && (
              <>
                <Callout tone="warning" title={m.moves_group_errors({ count: errors.length })}>
                  <p className={classes.aside}>{m.moves_group_errors_text()}</p>
                </Callout>
                <ul className={classes.errors}>
                  {errors.slice(0, SHOWN).map(({ row, column, message }, n) => (
                    // Two problems may be in one row.
                    // oxlint-disable-next-line react/no-array-index-key
                    <li key={n}>
                      <strong>{m.moves_group_row({ row })}</strong>
                      {column && <bdi>{column}</bdi>}
                      <span dir="auto">{message}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
          <Button
            loading={busy}
            disabled={count === 0}
            onClick={() => {
              onAdd(itemsOf(preview!, types));
              onClose();
            }}
          >
            {errors.length > 0 ? m.moves_group_add_without({ count }) : m.moves_group_add({ count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
