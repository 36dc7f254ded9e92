import * as m from '#messages';
import type { AssetEvent, AssetEventKind } from '#contract/assets.ts';

type Where = AssetEvent['from'];
const placeIn = ({ owner, room }: Where) => owner?.name ?? room?.name;

/** Attributes as the page calls them; another is shown by the name that clients gave it. */
const fieldWords: Record<string, () => string> = {
  model: m.assets_model,
  name: m.assets_name,
  localUID: m.assets_local_uid,
  serialNumber: m.assets_serial,
  managed: m.assets_managed,
  active: m.assets_use,
  condition: m.assets_condition,
  boxLength: m.assets_box_length,
  titleLocation: m.assets_title_location,
};
const wordOf = (field: string) => (Object.hasOwn(fieldWords, field) ? fieldWords[field]!() : field);

function placedWords({ from, to }: AssetEvent): string {
  const [before, now] = [placeIn(from), placeIn(to)];
  if (!now) return before ? m.assets_event_unplaced({ from: before }) : m.assets_event_nowhere();
  if (!before) return to.owner ? m.assets_event_given({ to: now }) : m.assets_event_put({ to: now });
  return to.owner
    ? m.assets_event_given_from({ from: before, to: now })
    : m.assets_event_put_from({ from: before, to: now });
}
const held = ({ from, to }: AssetEvent) => placeIn(to) ?? placeIn(from) ?? '';

const sentences: Record<AssetEventKind, (event: AssetEvent) => string> = {
  added: m.assets_event_added,
  changed: ({ fields }) =>
    fields.length > 0
      ? m.assets_event_changed_what({ what: fields.map(wordOf).join(', ') })
      : m.assets_event_changed(),
  placed: placedWords,
  seen: ({ to }) => (to.room ? m.assets_event_seen_in({ to: to.room.name }) : m.assets_event_seen()),
  confirmed: m.assets_event_confirmed,
  lost: m.assets_event_lost,
  damaged: m.assets_event_damaged,
  'not-mine': m.assets_event_not_mine,
  found: m.assets_event_found,
  lent: (event) => m.assets_event_lent({ to: held(event) }),
  returned: (event) => m.assets_event_returned({ from: placeIn(event.from) ?? held(event) }),
  image: m.assets_event_image,
  'image-removed': m.assets_event_image_removed,
  removed: m.assets_event_removed,
  restored: m.assets_event_restored,
};

/** What a line of the history says, in words. */
export const eventWords = (event: AssetEvent): string => sentences[event.kind](event);
