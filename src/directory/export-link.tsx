import { Button } from '@mantine/core';
import * as m from '#messages';
import { API } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { DownloadIcon } from '#src/ui/desk-icons.tsx';

type Props = {
  /** The filters of `GET /mail/items`, the queue among them. */
  filters: Record<string, string | number | boolean | undefined>;
};

/**
 * Downloads all parcels that the filters leave, newest first as the lists have them. A plain link, so that the
 * browser writes the file as it comes: a list may have a million rows.
 */
export function ExportLink({ filters }: Props) {
  return (
    <Button
      component="a"
      href={API + withQuery('/mail/items.csv', { ...filters, orderByType: 'desc' })}
      download
      variant="default"
      size="compact-md"
      fz={13}
      fw={500}
      leftSection={<DownloadIcon size={15} />}
    >
      {m.mail_export()}
    </Button>
  );
}
