import { openRecordService } from '#server/lib/open-record-service.ts';
import { contacts } from './repository.ts';

/** People outside of the organisation. */
export const contactService = openRecordService(contacts, {
  topic: 'contacts',
  missing: 'There is no such contact.',
});
