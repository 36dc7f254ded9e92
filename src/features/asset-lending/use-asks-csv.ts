import { useState } from 'react';
import * as m from '#messages';
import type { AssetAsk, AssetRound } from '#contract/asset-confirmations.ts';
import { downloadCsv } from '#src/lib/csv-download.ts';
import { formatIso } from '#src/lib/dates.ts';
import { notify } from '#src/ui/notify.ts';
import { answerLabels } from './answer-words.tsx';
import { fetchAsks } from './round-api.ts';

const PAGE = 500;
const ALL = 'lost,damaged,not-mine,none,have';

/** Everything that a round asked, as a file for a spreadsheet. */
export function useAsksCsv(round: AssetRound) {
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    try {
      const asks: AssetAsk[] = [];
      for (;;) {
        const page = await fetchAsks(round.id, ALL, asks.length, PAGE);
        asks.push(...page);
        if (page.length < PAGE) break;
      }
      downloadCsv(`${round.name}.csv`, {
        head: [
          m.assets_owner(),
          m.assets_name(),
          m.assets_tag(),
          m.assets_serial(),
          m.lending_answer(),
          m.lending_note(),
          m.lending_answered_at(),
        ],
        rows: asks.map(({ user, asset, answer, note = '', answeredAt }) => [
          user.name,
          asset.name,
          asset.localUID ?? '',
          asset.serialNumber ?? '',
          answerLabels[answer ?? 'none'](),
          note,
          answeredAt ? formatIso(answeredAt) : '',
        ]),
      });
    } catch (error) {
      notify({ message: (error as Error).message, tone: 'danger' });
    }
    setBusy(false);
  }
  return { busy, save: () => void save() };
}
