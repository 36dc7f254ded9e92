/** What the address of a new request may say: the space that was scanned, the type that was chosen. */
export type AskSearch = { roomId?: number; typeId?: number };

const idOf = (value: unknown) => {
  const id = Number(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

export function readAskSearch(raw: Record<string, unknown>): AskSearch {
  const [roomId, typeId] = [idOf(raw.roomId), idOf(raw.typeId)];
  return { ...(roomId && { roomId }), ...(typeId && { typeId }) };
}
