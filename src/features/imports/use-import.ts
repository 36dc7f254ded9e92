import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import {
  partRows,
  type ImportKind,
  type ImportPreview,
  type ImportRequest,
  type ImportResult,
} from '#contract/imports.ts';
import { decodeText } from '#src/lib/decode-text.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { previewImport, runImport, runPart } from './api.ts';
import type { Defaults, Mapping } from './mapping-form.tsx';
import { inParts, type Progress } from './parts.ts';

/** The server takes 20 MB; the text grows a little on its way. */
const MOST = 18 * 1024 * 1024;
type Tried = { mapping: Mapping; defaults: Defaults; updates: boolean };

/** The way of one file: read, laid under the fields, checked, written. */
export function useImport(kind: ImportKind, updates: boolean) {
  const client = useQueryClient();
  const [file, setFile] = useState<{ name: string; csv: string; key: string }>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [defaults, setDefaults] = useState<Defaults>({});
  const [preview, setPreview] = useState<ImportPreview>();
  const [tried, setTried] = useState<Tried>();
  const [done, setDone] = useState<ImportResult>();
  /** Rows that have been seen to; a run that broke goes on behind them. */
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState<'reading' | 'checking' | 'writing'>();

  const attempt = async (what: NonNullable<typeof busy>, work: () => Promise<void>) => {
    setBusy(what);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : m.shell_error_unknown());
    } finally {
      setBusy(undefined);
    }
  };
  const existing = updates ? 'update' : 'skip';
  const order = (csv: string, way: Mapping | undefined): ImportRequest => ({
    csv,
    ...(way && { mapping: way }),
    options: { existing, defaults },
  });

  const choose = (chosen: File) =>
    attempt('reading', async () => {
      setPreview(undefined);
      setDone(undefined);
      setProgress(undefined);
      if (chosen.size > MOST) throw new Error(m.imports_too_big());
      const csv = decodeText(new Uint8Array(await chosen.arrayBuffer()));
      setFile({ name: chosen.name, csv, key: randomKey() });
      const seen = await previewImport(kind, order(csv, undefined));
      setPreview(seen);
      setMapping(seen.mapping);
      const filled = { ...seen.defaults, ...defaults };
      setDefaults(filled);
      setTried({ mapping: seen.mapping, defaults: filled, updates });
    });
  const check = () =>
    attempt('checking', async () => {
      if (!file) return;
      setPreview(await previewImport(kind, order(file.csv, mapping)));
      // Another order is another intention.
      setFile({ ...file, key: randomKey() });
      setProgress(undefined);
      setTried({ mapping, defaults, updates });
    });
  const run = () =>
    attempt('writing', async () => {
      if (!file) return;
      const whole = order(file.csv, mapping);
      const write = runPart(kind, whole, file.key);
      const part = partRows[kind];
      const result =
        part === undefined
          ? await runImport(kind, whole, file.key)
          : await inParts(preview?.rows ?? 0, part, write, setProgress, progress);
      setDone(result);
      void client.invalidateQueries();
    });
  return {
    file,
    mapping,
    defaults,
    preview,
    done,
    problem,
    busy,
    progress,
    /** Something was changed since the file was checked. */
    stale:
      tried === undefined ||
      tried.mapping !== mapping ||
      tried.defaults !== defaults ||
      tried.updates !== updates,
    choose,
    remap: (way: Mapping, fill: Defaults) => {
      setMapping(way);
      setDefaults(fill);
    },
    check,
    run,
  };
}
