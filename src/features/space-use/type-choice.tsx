import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { typesOptions } from '#src/directory/space-types.ts';
import { Choice } from '#src/ui/choice.tsx';

type Props = { value: number | undefined; onChange: (type: number | undefined) => void };
/** A type of space. */
export function TypeChoice({ value, onChange }: Props) {
  const { data: types = [] } = useQuery(typesOptions);
  return (
    <Choice
      layout="line"
      label={m.space_use_type()}
      none={m.space_use_all_types()}
      value={value}
      options={types}
      onChange={onChange}
    />
  );
}
