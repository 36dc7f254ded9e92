import { Skeleton } from '@mantine/core';
import * as m from '#messages';
import classes from './cost-centers.module.css';

const WIDTHS = [34, 26, 30, 22, 28, 24, 36, 20];

/** Where the tree will be. */
export function TreeBones() {
  return (
    <div className={classes.treeBones} role="status" aria-label={m.shell_loading()}>
      {WIDTHS.map((width, at) => (
        <Skeleton key={width} height={12} width={`${width}%`} ml={(at % 3) * 18} />
      ))}
    </div>
  );
}
