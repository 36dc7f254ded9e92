import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { PhotographField } from '#src/directory/photograph-field.tsx';
import { CheckIcon, PencilIcon } from '#src/ui/icons.tsx';
import { noteTag, photographTag } from './api.ts';
import { useAuditWrite } from './queries.ts';
import classes from './walk.module.css';

/** A photograph and a note of what bears an unknown label, if one likes; scanning goes on meanwhile. */
export function UnknownNote({ tag, code }: { tag: number; code: string }) {
  const [opened, setOpened] = useState(false);
  const [note, setNote] = useState('');
  const [image, setImage] = useState<string | null>(null);
  const write = useAuditWrite(async () => {
    if (image) await photographTag(tag, image);
    if (note.trim()) await noteTag(tag, note);
  });
  if (!opened)
    return (
      <Button
        size="compact-md"
        variant="default"
        className={classes.noteButton}
        leftSection={write.isSuccess ? <CheckIcon size={15} /> : <PencilIcon size={15} />}
        aria-label={m.audits_unknown_note_of({ code })}
        onClick={() => setOpened(true)}
      >
        {write.isSuccess ? m.audits_unknown_noted() : m.audits_unknown_note()}
      </Button>
    );
  return (
    <form
      className={classes.note}
      aria-label={m.audits_unknown_note_of({ code })}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(undefined, { onSuccess: () => setOpened(false) });
      }}
    >
      <PhotographField value={image} onChange={setImage} />
      <Textarea
        label={m.audits_note()}
        placeholder={m.audits_unknown_hint()}
        dir="auto"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {write.error && (
        <p className={classes.problem} role="alert">
          {write.error.message}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" size="compact-md" loading={write.isPending} disabled={!image && !note.trim()}>
          {m.audits_save()}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={() => setOpened(false)}>
          {m.ui_cancel()}
        </Button>
      </div>
    </form>
  );
}
