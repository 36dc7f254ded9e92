import type { Attachment } from '#contract/users.ts';
import type { Tx, WriteTx } from './database.ts';

/** Images re-encoded on arrival, under generated names. */
export type FileStore = {
  /**
   * Takes a data URL or bare base64, re-encodes it and stores it. The row is written by `tx`; the bytes of a
   * transaction that rolls back are swept later. @throws 400 naming `field` for what is no image, is damaged
   * or has more than 40 million pixels.
   */
  storeImage(tx: WriteTx, base64: string, about: { field: string; fileName?: string }): Promise<number>;
  /** The bytes of a stored file of the organisation, or undefined. */
  read(tx: Tx, id: number): Promise<{ bytes: Buffer; mediaType: string; fileName: string } | undefined>;
};

export type { Attachment };
