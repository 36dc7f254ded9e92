import { useMe, worksIn } from '#src/directory/me.ts';
import type { MailSearch } from './filters.ts';
import { MailList } from './mail-list.tsx';
import { MyParcels } from './my-parcels.tsx';

export type MailPageProps = { search: MailSearch; onSearch: (search: MailSearch, replace?: boolean) => void };

/** The queues for who works at the desk; for everybody else their own parcels. */
export function MailPage(props: MailPageProps) {
  return worksIn(useMe(), 'mail') ? <MailList {...props} /> : <MyParcels />;
}
