import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type CsvTable, downloadCsv } from '#src/lib/csv-download.ts';
import { DownloadIcon } from './desk-icons.tsx';

type Props = {
  /** Asked for when it is wanted; the name without `.csv`. */
  file: () => CsvTable & { name: string };
  /** Said instead of the words on it, where several stand on a page. */
  label?: string;
  children: ReactNode;
};

/** Saves what is on screen as a file for a spreadsheet. */
export function CsvButton({ file, label, children }: Props) {
  const save = () => {
    const { name, ...table } = file();
    downloadCsv(`${name}.csv`, table);
  };
  return (
    <Button
      variant="default"
      size="compact-md"
      fz={13}
      fw={500}
      aria-label={label}
      leftSection={<DownloadIcon size={15} />}
      onClick={save}
    >
      {children}
    </Button>
  );
}
