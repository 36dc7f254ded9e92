import { useMemo } from 'react';
import * as m from '#messages';
import type { Agreement } from '#contract/agreements.ts';
import { TwoLines } from '#src/directory/open-record-cells.tsx';
import { OpenRecordPage, type RecordWords } from '#src/directory/open-record-page.tsx';
import type { RecordView } from '#src/directory/open-record-panel.tsx';
import type { RecordSearch } from '#src/lib/record-search.ts';
import { AgreementIcon } from '#src/ui/center-icons.tsx';
import { agreementColumns, nameOf, typeOf } from './agreement-columns.tsx';
import { AgreementDialog } from './agreement-dialog.tsx';
import { agreements } from './records.ts';

type Props = { search: RecordSearch; onSearch: (search: RecordSearch, replace?: boolean) => void };

const words = (): RecordWords => ({
  title: m.agreements_title(),
  add: m.agreements_new(),
  find: m.agreements_search(),
  findHint: m.agreements_search_hint(),
  failed: m.agreements_failed(),
  noneFound: (text) => m.agreements_none_found({ text }),
  noneFoundText: m.agreements_none_found_text(),
  empty: m.agreements_empty(),
  emptyText: m.agreements_empty_text(),
  deleted: (name) => m.agreements_deleted({ name }),
});
const view = (): RecordView<Agreement> => ({
  details: m.agreements_details(),
  change: m.agreements_change(),
  drop: m.agreements_delete(),
  nameOf,
  known: ['name', 'type', 'code'],
  factsOf: (agreement) => [
    { label: m.agreements_type(), value: typeOf(agreement) },
    { label: m.agreements_code(), value: agreement.code },
  ],
});

/** What was agreed with others, or within the organisation. */
export function AgreementsPage({ search, onSearch }: Props) {
  return (
    <OpenRecordPage
      records={agreements}
      words={words()}
      view={view()}
      icon={<AgreementIcon size={22} />}
      columns={useMemo(() => agreementColumns(), [])}
      card={(one) => <TwoLines name={nameOf(one)} more={[typeOf(one), one.code]} />}
      dialog={({ record, rows, onClose }) => (
        <AgreementDialog
          key={record?.id ?? 'new'}
          types={[...new Set(rows.map(typeOf))].toSorted()}
          agreement={record}
          onClose={onClose}
        />
      )}
      search={search}
      onSearch={onSearch}
    />
  );
}
