import type { Me } from '#contract/users.ts';
import { managesCenters } from '#src/directory/rights.ts';

/** Whether somebody plans campaigns, lets them begin and closes them. */
export const managesAudits = (me: Me): boolean => managesCenters(me, ({ module }) => module === 'asset');
