import * as m from '#messages';
import type { ServiceFigures } from '#contract/service-figures.ts';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import type { ReportSearch } from './report-search.ts';

type Props = {
  search: ReportSearch;
  /** Of these filters, or of those before while they load: they hold the names. */
  figures: ServiceFigures | undefined;
  onSearch: (search: ReportSearch) => void;
};
/** The type and the building that the figures are of, each to be let go; and the open requests of the type. */
export function ReportNarrowed({ search, figures, onSearch }: Props) {
  const { typeId, buildingId, ...rest } = search;
  const type = figures?.types.find((one) => one.type.id === typeId)?.type.name ?? `#${typeId}`;
  const building =
    figures?.places.find((one) => one.building.id === buildingId)?.building.name ?? `#${buildingId}`;
  return (
    <>
      {typeId && (
        <FilterChip
          on
          title={m.care_report_let_go()}
          onClick={() => onSearch({ ...rest, ...(buildingId && { buildingId }) })}
        >
          {m.care_report_of_type({ name: type })} ✕
        </FilterChip>
      )}
      {buildingId && (
        <FilterChip
          on
          title={m.care_report_let_go()}
          onClick={() => onSearch({ ...rest, ...(typeId && { typeId }) })}
        >
          {m.care_report_in_building({ name: building })} ✕
        </FilterChip>
      )}
      {typeId && (
        <LinkButton
          to="/requests/queue"
          search={{ requestTypeId: typeId }}
          variant="default"
          size="compact-md"
        >
          {m.care_report_show_open()}
        </LinkButton>
      )}
    </>
  );
}
