import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { useRemoveDrawing } from './mutations.ts';
import { UploadButton } from './upload-button.tsx';

type Props = {
  floorId: number;
  /** Whether there is one. */
  drawn: boolean;
  onProblem: (message: string | undefined) => void;
  onUploaded: () => void;
};

/** Puts another drawing under the shapes, or takes it away. */
export function DrawingActions({ floorId, drawn, onProblem, onUploaded }: Props) {
  const [asking, setAsking] = useState(false);
  const remove = useRemoveDrawing(floorId);
  const close = () => {
    setAsking(false);
    remove.reset();
  };
  return (
    <>
      <UploadButton
        size="compact-sm"
        variant="default"
        floorId={floorId}
        label={drawn ? m.floors_replace() : m.floors_upload()}
        onProblem={onProblem}
        onUploaded={() => {
          notify({ message: m.floors_uploaded() });
          onUploaded();
        }}
      />
      {drawn && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {m.floors_remove()}
        </Button>
      )}
      <Confirm
        opened={asking}
        danger
        title={m.floors_remove_title()}
        confirmLabel={m.floors_remove()}
        busy={remove.isPending}
        problem={remove.error?.message}
        onClose={close}
        onConfirm={() => remove.mutate(undefined, { onSuccess: close })}
      >
        {m.floors_remove_text()}
      </Confirm>
    </>
  );
}
