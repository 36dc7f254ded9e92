import { useState } from 'react';
import * as m from '#messages';
import type { AssetCondition } from '#contract/assets.ts';
import type { AssetSet } from '#src/directory/asset-api.ts';
import { conditionLabels } from '#src/directory/asset-condition.tsx';
import { AssetPlaceField, type AssetWhere, placeBody } from '#src/directory/asset-place-field.tsx';
import { RecordField } from '#src/directory/record-field.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { conditions } from './search.ts';

type Flag = 'true' | 'false';
type Props = {
  count: number;
  busy: boolean;
  problem: string | undefined;
  onSet: (set: AssetSet) => void;
  onClose: () => void;
};

/** What to change in all that is chosen. What is left alone stays as it is in each. */
export function BulkDialog({ count, busy, problem, onSet, onClose }: Props) {
  const [where, setWhere] = useState<AssetWhere>();
  const [model, setModel] = useState<{ id: number; name: string } | null>(null);
  const [condition, setCondition] = useState<AssetCondition>();
  const [active, setActive] = useState<Flag>();
  const [managed, setManaged] = useState<Flag>();
  const [wrong, setWrong] = useState<string>();
  const place = where && placeBody(where);
  const submit = () => {
    if (where && !place) return setWrong(m.assets_place_missing());
    const set: AssetSet = {
      ...place,
      ...(model && { model: { id: model.id } }),
      ...(condition && { condition }),
      ...(active && { active: active === 'true' }),
      ...(managed && { managed: managed === 'true' }),
    };
    if (Object.keys(set).length === 0) return setWrong(m.assets_bulk_nothing());
    setWrong(undefined);
    onSet(set);
  };
  return (
    <FormDialog
      title={m.assets_bulk_title({ count })}
      submitLabel={m.assets_bulk_apply()}
      busy={busy}
      problem={wrong ?? problem}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <FilterChip
          on={where !== undefined}
          onClick={() => setWhere(where ? undefined : { kind: 'room', room: null })}
        >
          {m.assets_bulk_place()}
        </FilterChip>
      </div>
      {where && <AssetPlaceField value={where} onChange={setWhere} />}
      <Choice
        label={m.assets_condition()}
        none={m.assets_bulk_leave()}
        value={condition}
        options={conditions.map((id) => ({ id, name: conditionLabels[id]() }))}
        onChange={setCondition}
      />
      <RecordField label={m.assets_model()} path="/assets/models" value={model} onChange={setModel} />
      <Choice
        label={m.assets_use()}
        none={m.assets_bulk_leave()}
        value={active}
        options={[
          { id: 'true' as Flag, name: m.assets_active() },
          { id: 'false' as Flag, name: m.assets_inactive() },
        ]}
        onChange={setActive}
      />
      <Choice
        label={m.assets_managed()}
        none={m.assets_bulk_leave()}
        value={managed}
        options={[
          { id: 'true' as Flag, name: m.assets_yes() },
          { id: 'false' as Flag, name: m.assets_no() },
        ]}
        onChange={setManaged}
      />
    </FormDialog>
  );
}
