import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { spaceOptions } from '#src/directory/space-picker.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { ScanBox, type ScanBoxHandle, type ScanOutcome } from '#src/ui/scan-box.tsx';
import { Bar } from './bar.tsx';
import { SpaceChooser } from './space-chooser.tsx';
import { spaceOfCode } from './space-of-code.ts';
import { SpaceFooter } from './space-footer.tsx';
import { saidOf } from './scan-words.ts';
import { Unsent } from './unsent.tsx';
import { useSpaceSight } from './use-space-sight.ts';
import { useWalk } from './use-walk.ts';
import { WalkExpected } from './walk-expected.tsx';
import { WalkRows } from './walk-rows.tsx';
import classes from './walk.module.css';

type Props = {
  audit: AssetAudit | undefined;
  /** Where somebody stands. */
  space: number | undefined;
  onSpace: (space: number | undefined) => void;
};

/** One space after the other: the box stays open, each sighting is a row at once, what is missing stands beside. */
export function WalkView({ audit, space, onSpace }: Props) {
  const walk = useWalk(audit?.id);
  const place = useQuery({ ...spaceOptions(space ?? 0), enabled: space !== undefined });
  // Its name may still be on its way; scans need not wait for it.
  const room = space === undefined || place.error ? undefined : { id: space, name: place.data?.name ?? '' };
  const { sight, error, isPending, refetch } = useSpaceSight(audit?.id, space, walk.rows);
  const [tab, setTab] = useState<'seen' | 'left'>('seen');
  const [said, setSaid] = useState('');
  const box = useRef<ScanBoxHandle>(null);

  const enter = (id: number | undefined) => {
    setSaid('');
    setTab('seen');
    onSpace(id);
  };
  const onScan = (text: string): ScanOutcome => {
    const entered = spaceOfCode(text);
    if (entered !== undefined) return enter(entered);
    if (!room) {
      setSaid(m.audits_space_first({ code: text }));
      return 'exception';
    }
    setSaid('');
    setTab('seen');
    if (!walk.scan(text, room)) return 'exception';
  };

  return (
    <Page
      title={place.data?.name ?? (place.error ? m.audits_space_gone() : (audit?.name ?? m.audits_spot()))}
      layout="fill"
      description={
        <span className={classes.lead}>
          {place.data && (
            <span dir="auto">
              {place.data.floor.name} · {place.data.floor.building.name}
            </span>
          )}
          {audit ? (
            <TextLink to="/assets/audits/$auditId" params={{ auditId: audit.id }} inherit>
              <bdi>{place.data ? audit.name : m.audits_to_overview()}</bdi>
            </TextLink>
          ) : (
            <TextLink to="/assets/audits" inherit>
              {place.data ? m.audits_spot() : m.audits_title()}
            </TextLink>
          )}
        </span>
      }
      actions={
        space !== undefined && (
          <Button variant="default" size="compact-md" onClick={() => enter(undefined)}>
            {m.audits_other_space()}
          </Button>
        )
      }
    >
      <div className={classes.top}>
        {room && !isPending && !error && (
          <Bar
            done={sight.seen}
            all={sight.expected}
            words={m.audits_seen_here({ seen: sight.seen, expected: sight.expected })}
          />
        )}
        <ScanBox
          handle={box}
          // Under a thumb the keyboard would cover the rows; scans by camera need none.
          autoFocus={!matchMedia('(pointer: coarse)').matches}
          label={m.audits_scan()}
          placeholder={room ? m.audits_scan() : m.audits_scan_space()}
          onScan={onScan}
        />
        <div role="status">{said ? <p className={classes.warning}>{said}</p> : <LastSaid walk={walk} />}</div>
        <Unsent walk={walk} />
      </div>
      {space === undefined || place.error ? (
        <SpaceChooser audit={audit} problem={place.error?.message} onChoose={enter} />
      ) : (
        <>
          <div className={classes.switch} role="group" aria-label={m.audits_show()}>
            <button type="button" aria-pressed={tab === 'seen'} onClick={() => setTab('seen')}>
              {m.audits_scanned()}
            </button>
            <button type="button" aria-pressed={tab === 'left'} onClick={() => setTab('left')}>
              {m.audits_left_count({ count: sight.left.length })}
            </button>
          </div>
          <div className={classes.lists} data-tab={tab}>
            <WalkRows walk={walk} />
            <WalkExpected
              room={room}
              sight={sight}
              problem={error?.message}
              pending={isPending}
              onAgain={() => void refetch()}
              onTick={(asset) => {
                if (room) walk.tick(asset, room);
                box.current?.focus();
              }}
            />
          </div>
          {room && place.data && (
            <SpaceFooter
              audit={audit}
              room={room}
              floorId={place.data.floor.id}
              left={sight.left.length}
              onEnter={enter}
            />
          )}
        </>
      )}
    </Page>
  );
}

/** What the newest sighting is, for whoever does not see it. */
function LastSaid({ walk }: { walk: ReturnType<typeof useWalk> }) {
  const [newest] = walk.rows;
  if (!newest) return null;
  return <VisuallyHidden>{newest.problem ?? (newest.answer ? saidOf(newest.answer) : '')}</VisuallyHidden>;
}
