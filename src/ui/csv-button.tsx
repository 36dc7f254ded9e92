import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type CsvTable, downloadCsv } from '#src/lib/csv-download.ts';
import { DownloadIcon } from './desk-icons.tsx';

type Props = {
  /** Without `.csv`. */
  fileName: string;
  table: () => CsvTable;
  /** Said instead of the words on it, where several stand on a page. */
  label?: string;
  children: ReactNode;
};

/** Saves what is on screen as a file for a spreadsheet. */
export function CsvButton({ fileName, table, label, children }: Props) {
  return (
    <Button
      variant="default"
      size="compact-md"
      fz={13}
      fw={500}
      aria-label={label}
      leftSection={<DownloadIcon size={15} />}
      onClick={() => downloadCsv(`${fileName}.csv`, table())}
    >
      {children}
    </Button>
  );
}
