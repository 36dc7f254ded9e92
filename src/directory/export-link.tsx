import { Button } from '@mantine/core';
import * as m from '#messages';
import { API } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { DownloadIcon } from '#src/ui/desk-icons.tsx';

type Props = {
  /** What is exported: the file's address in the API. */
  path: '/mail/items.csv' | '/assets.csv' | `/assets/audits/${number}/report.csv`;
  /** As the list takes them. */
  filters: Record<string, string | number | boolean | undefined>;
};

/**
 * Downloads all that the filters leave. A plain link, so that the
 * browser writes the file as it comes: a list may have a million rows.
 */
export function ExportLink({ path, filters }: Props) {
  return (
    <Button
      component="a"
      href={API + withQuery(path, filters)}
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
