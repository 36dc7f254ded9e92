import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import * as m from '#messages';
import { wholePersonOptions } from '#src/directory/people.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { type Draft, withItems } from './draft.ts';
import { eachOf, itemOfPerson } from './movers.ts';
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
  const client = useQueryClient();
  const [failed, setFailed] = useState(0);
  const take = useEffectEvent((people: string) =>
    eachOf(peopleIn(people), (id) => client.query(wholePersonOptions(id))),
  );
  const keep = useEffectEvent(({ found, failed: lost }: Awaited<ReturnType<typeof take>>) => {
    const type = types.find((one) => one.typeCode === 'move' && !one.equipment);
    if (!type) return;
    onItems((now) =>
      withItems(
        now,
        found.map((person) => itemOfPerson(type, person)),
      ),
    );
    setFailed(lost);
    const { people: _people, ...rest } = search;
    onSearch({ ...rest, step: 'who' }, true);
  });
  useEffect(() => {
    let current = true;
    if (search.people) void take(search.people).then((read) => current && keep(read));
    return () => {
      current = false;
    };
  }, [search.people]);
  if (search.people) return m.moves_adding({ count: peopleIn(search.people).length });
  return failed > 0 ? m.moves_adding_failed({ count: failed }) : undefined;
}
