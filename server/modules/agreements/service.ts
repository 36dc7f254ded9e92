import { openRecordService } from '#server/lib/open-record-service.ts';
import { agreements } from './repository.ts';

/** Agreements, of whatever type. */
export const agreementService = openRecordService(agreements, {
  topic: 'agreements',
  missing: 'There is no such agreement.',
  // Any JSON value may be a type.
  encode: (body) => (body.type === undefined ? body : { ...body, type: JSON.stringify(body.type) }),
});
