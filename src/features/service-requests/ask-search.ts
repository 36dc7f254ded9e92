/** What the address of a new request may say: the space or the asset that was scanned, the type that was chosen. */
export type AskSearch = { roomId?: number; assetId?: number; typeId?: number };

const idOf = (value: unknown) => {
  const id = Number(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

export function readAskSearch(raw: Record<string, unknown>): AskSearch {
  const [roomId, assetId, typeId] = [idOf(raw.roomId), idOf(raw.assetId), idOf(raw.typeId)];
  return { ...(roomId && { roomId }), ...(assetId && { assetId }), ...(typeId && { typeId }) };
}
