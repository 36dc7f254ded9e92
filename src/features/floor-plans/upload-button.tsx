import { Button, type ButtonProps, FileButton, Modal, Select, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FloorPlan } from '#contract/floor-plans.ts';
import type { GeoJsonPlan } from '#contract/geojson-plan.ts';
import * as m from '#messages';
import { UploadIcon } from '#src/ui/plan-icons.tsx';
import { useUpload } from './mutations.ts';
import { readDrawing } from './read-drawing.ts';

type Props = ButtonProps & {
  floorId: number;
  label: string;
  onProblem: (message: string | undefined) => void;
  onUploaded: (plan: FloorPlan) => void;
};

/** Chooses a drawing and puts it on the floor; a building in one file is asked for its level. */
export function UploadButton({ floorId, label, onProblem, onUploaded, ...button }: Props) {
  const upload = useUpload(floorId);
  const forget = useRef<() => void>(null);
  const [asked, setAsked] = useState<{ fileName: string; levels: GeoJsonPlan[] }>();

  const send = (svg: string, fileName: string) =>
    upload.mutate({ svg, fileName }, { onSuccess: onUploaded, onError: ({ message }) => onProblem(message) });
  const choose = async (file: File | null) => {
    if (!file) return;
    onProblem(undefined);
    const read = await readDrawing(file);
    // The same file may be chosen again, mended.
    forget.current?.();
    if ('problem' in read) onProblem(read.problem);
    else if ('levels' in read) setAsked(read);
    else send(read.svg, read.fileName);
  };

  return (
    <>
      <FileButton
        accept=".svg,.geojson,.json,image/svg+xml,application/geo+json"
        resetRef={forget}
        onChange={(file) => void choose(file)}
      >
        {(props) => (
          <Button {...props} leftSection={<UploadIcon size={16} />} loading={upload.isPending} {...button}>
            {label}
          </Button>
        )}
      </FileButton>
      <Modal opened={asked !== undefined} onClose={() => setAsked(undefined)} title={m.floors_level_title()}>
        {asked && (
          <LevelChoice
            levels={asked.levels}
            onChoose={({ svg }) => {
              setAsked(undefined);
              send(svg, asked.fileName);
            }}
          />
        )}
      </Modal>
    </>
  );
}

type ChoiceProps = { levels: GeoJsonPlan[]; onChoose: (plan: GeoJsonPlan) => void };
function LevelChoice({ levels, onChoose }: ChoiceProps) {
  const [level, setLevel] = useState(levels[0]!.level);
  return (
    <Stack gap="md">
      <Select
        label={m.floors_level()}
        description={m.floors_level_text()}
        allowDeselect={false}
        data={levels.map((plan) => ({
          value: plan.level,
          label: m.floors_level_option({ level: plan.level, count: plan.elementIds.length }),
        }))}
        value={level}
        onChange={(chosen) => chosen !== null && setLevel(chosen)}
      />
      <Button onClick={() => onChoose(levels.find((plan) => plan.level === level)!)}>
        {m.floors_level_use()}
      </Button>
    </Stack>
  );
}
