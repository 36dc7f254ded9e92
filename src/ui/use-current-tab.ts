import { type RefObject, useEffect, useRef } from 'react';

/** For a line of tabs that may be longer than the screen: brings the current one into view, unless there is nothing to follow. */
export function useCurrentTab(current: string | number | undefined): RefObject<HTMLElement | null> {
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current === undefined) return;
    const here = tabs.current?.querySelector('[aria-current="page"]');
    here?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current]);
  return tabs;
}
