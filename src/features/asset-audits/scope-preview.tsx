import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { ScopeBody } from './api.ts';
import classes from './form.module.css';
import { previewOptions } from './queries.ts';

const PAUSE = 250;

/** How much a campaign of this scope would expect today. */
export function ScopePreview({ scope }: { scope: ScopeBody }) {
  const [asked] = useDebouncedValue(JSON.stringify(scope), PAUSE);
  const { data, error } = useQuery(previewOptions(JSON.parse(asked) as ScopeBody));
  const nothing = data?.assets === 0;
  return (
    <p className={classes.preview} role="status" data-empty={nothing || undefined}>
      {data
        ? nothing
          ? m.audits_preview_none()
          : m.audits_preview({ assets: data.assets, spaces: data.spaces })
        : (error?.message ?? m.shell_loading())}
    </p>
  );
}
