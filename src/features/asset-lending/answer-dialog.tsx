import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { HeldAsset } from '#contract/asset-confirmations.ts';
import { PhotographField } from '#src/directory/photograph-field.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { answerLabels } from './answer-words.tsx';
import { useAnswers } from './use-answers.ts';

const offered = ['lost', 'damaged', 'not-mine'] as const;
type Offered = (typeof offered)[number];

/** Says that an asset is lost, damaged or not one's own, with a note and a photograph. */
export function AnswerDialog({ asset, onClose }: { asset: HeldAsset; onClose: () => void }) {
  const now = asset.asks[0]?.answer;
  const [answer, setAnswer] = useState<Offered>(now && now !== 'have' ? now : 'lost');
  const [note, setNote] = useState(asset.asks[0]?.note ?? '');
  const [photograph, setPhotograph] = useState<string | null>(null);
  const { say, busy, problem } = useAnswers();
  return (
    <FormDialog
      title={m.lending_not_so_title({ name: asset.name })}
      submitLabel={m.lending_say()}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        const words = note.trim();
        say(
          [asset],
          { answer, ...(words && { note: words }), ...(photograph && { photograph }) },
          { onDone: onClose, onError: () => {} },
        );
      }}
    >
      <SegmentedControl
        fullWidth
        aria-label={m.lending_what_is_it()}
        value={answer}
        onChange={(value) => setAnswer(value as Offered)}
        data={offered.map((value) => ({ value, label: answerLabels[value]() }))}
      />
      <Textarea
        label={m.lending_note()}
        placeholder={m.lending_note_hint()}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <PhotographField value={photograph} onChange={setPhotograph} />
    </FormDialog>
  );
}
