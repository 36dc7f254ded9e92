import { useState } from 'react';
import * as m from '#messages';
import { DownloadIcon } from './desk-icons.tsx';
import classes from './file-field.module.css';

/** Chooses the file, by its dialog or by dropping it here. */
export function FileField({ name, onFile }: { name: string | undefined; onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  return (
    <label
      className={classes.file}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <DownloadIcon size={18} />
      <span>{name === undefined ? m.imports_choose() : <bdi>{name}</bdi>}</span>
      {name !== undefined && <span className={classes.dim}>{m.imports_choose_other()}</span>}
      <input
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label={m.imports_file()}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file, mended, may be chosen again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
