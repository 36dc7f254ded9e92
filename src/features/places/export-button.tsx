import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { type CsvTable, downloadCsv } from '#src/lib/csv-download.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { DownloadIcon } from '#src/ui/desk-icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { fetchPlaces, type Kind, MOST, type PlaceOf, type Query } from './api.ts';

type Props<K extends Kind> = {
  kind: K;
  query: Query;
  /** Without `.csv`. */
  name: string;
  table: (rows: PlaceOf<K>[]) => CsvTable;
};

/** Saves all that the filters find as a file, not only what has been scrolled to. */
export function ExportButton<K extends Kind>({ kind, query, name, table }: Props<K>) {
  const [read, setRead] = useState<number>();
  const run = async () => {
    const rows: PlaceOf<K>[] = [];
    setRead(0);
    try {
      for (;;) {
        const page = await fetchPlaces(kind, { ...query, limit: MOST, startAt: rows.length });
        rows.push(...page);
        setRead(rows.length);
        if (page.length < MOST) break;
      }
      downloadCsv(`${name}.csv`, table(rows));
    } catch (error) {
      notify({ message: error instanceof Error ? error.message : m.shell_error_unknown(), tone: 'danger' });
    } finally {
      setRead(undefined);
    }
  };
  return (
    <Button
      variant="default"
      size="compact-md"
      fz={13}
      fw={500}
      leftSection={<DownloadIcon size={15} />}
      disabled={read !== undefined}
      onClick={() => void run()}
    >
      {read === undefined ? m.places_csv() : m.places_csv_reading({ number: formatNumber(read) })}
    </Button>
  );
}
