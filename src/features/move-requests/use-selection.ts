import { useEffect, useEffectEvent, useState } from 'react';
import * as m from '#messages';
import { fetchPeople } from '#src/directory/people.ts';
import type { User } from '#contract/users.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { type Draft, withItems } from './draft.ts';
import { itemOfPerson } from './movers.ts';
import { type NewSearch, peopleIn } from './new-search.ts';

type Props = {
  search: NewSearch;
  types: readonly MoveRequestType[];
  onSearch: (search: NewSearch, replace?: boolean) => void;
  onItems: (change: (before: Draft) => Draft) => void;
};

/**
 * Takes the people of the address into the draft, once: they were chosen on another page. Answers what to say of it.
 */
export function useSelection({ search, types, onSearch, onItems }: Props): string | undefined {
  const [failed, setFailed] = useState(0);
  const keep = useEffectEvent((found: readonly User[], asked: number) => {
    const type = types.find((one) => one.typeCode === 'move' && !one.equipment);
    if (!type) return;
    onItems((now) =>
      withItems(
        now,
        found.map((person) => itemOfPerson(type, person)),
      ),
    );
    setFailed(asked - found.length);
    const { people: _people, ...rest } = search;
    onSearch({ ...rest, step: 'who' }, true);
  });
  useEffect(() => {
    let current = true;
    const ids = peopleIn(search.people ?? '');
    const take = (found: readonly User[]) => current && keep(found, ids.length);
    if (ids.length > 0) void fetchPeople(ids).then(take, () => take([]));
    return () => {
      current = false;
    };
  }, [search.people]);
  if (search.people) return m.moves_adding({ count: peopleIn(search.people).length });
  return failed > 0 ? m.moves_adding_failed({ count: failed }) : undefined;
}
