import { Button, Loader } from '@mantine/core';
import * as m from '#messages';
import { setSound, soundOn } from '#src/lib/feedback.ts';
import { useStore } from '#src/lib/store.ts';
import { LightIcon, MutedIcon, SoundIcon } from './camera-icons.tsx';
import classes from './camera-scanner.module.css';
import { RefreshIcon, WarningIcon } from './icons.tsx';
import type { CameraProblem, useCamera } from './use-camera.ts';

const problems: Record<CameraProblem, () => string> = {
  denied: m.ui_camera_denied,
  missing: m.ui_camera_missing,
  insecure: m.ui_camera_insecure,
  busy: m.ui_camera_busy,
};

export type CameraStageProps = {
  camera: ReturnType<typeof useCamera>;
  /** Changes with every scan, and the target frame lights up. */
  scans: number;
  tone: 'success' | 'exception';
};

/** What the camera sees, the frame to aim with, and the camera's switches; or why there is no picture. */
export function CameraStage({ camera, scans, tone }: CameraStageProps) {
  const { video, state, cameras, current, choose, retry, torch } = camera;
  const problem = state === 'starting' || state === 'running' ? undefined : problems[state];
  return (
    <>
      {/* Hidden rather than left out: the camera is opened into it. */}
      <div className={classes.stage} hidden={problem !== undefined}>
        <video ref={video} className={classes.video} muted playsInline aria-hidden="true" />
        {state === 'running' && (
          <div key={scans} className={classes.target} data-lit={scans > 0 ? tone : undefined} />
        )}
        {state === 'starting' && (
          <p className={classes.starting} role="status">
            <Loader size={16} color="white" />
            {m.ui_camera_starting()}
          </p>
        )}
        <div className={classes.switches}>
          <SoundSwitch />
          {torch && (
            <button
              type="button"
              className={classes.switch}
              aria-pressed={torch.on}
              onClick={() => void torch.toggle()}
            >
              <LightIcon />
              {m.ui_camera_torch()}
            </button>
          )}
          {cameras.length > 1 && (
            <select
              className={classes.switch}
              aria-label={m.ui_camera_choose()}
              value={current ?? ''}
              onChange={(event) => choose(event.currentTarget.value)}
            >
              {cameras.map(({ deviceId, label }, at) => (
                <option key={deviceId} value={deviceId}>
                  {label || m.ui_camera_name({ number: at + 1 })}
                </option>
              ))}
            </select>
          )}
        </div>
      </div>
      {problem && (
        <div className={classes.problem} role="alert">
          <WarningIcon />
          <p>{problem()}</p>
          {state !== 'insecure' && (
            <Button variant="default" leftSection={<RefreshIcon size={16} />} onClick={retry}>
              {m.ui_camera_again()}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function SoundSwitch() {
  const on = useStore(soundOn);
  return (
    <button type="button" className={classes.switch} aria-pressed={on} onClick={() => setSound(!on)}>
      {on ? <SoundIcon /> : <MutedIcon />}
      {m.ui_camera_sound()}
    </button>
  );
}
