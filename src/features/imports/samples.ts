import type { ImportKind } from '#contract/imports.ts';

type Sample = { head: string[]; rows: string[][] };
/** A file to begin with, its columns those of our own export. */
export const samples: Partial<Record<ImportKind, Sample>> = {
  assets: {
    head: [
      'local id',
      'serial number',
      'name',
      'model',
      'model number',
      'manufacturer',
      'type',
      'building',
      'floor',
      'space',
      'owner e-mail',
      'status',
    ],
    rows: [
      [
        'IT-000101',
        'C02XK0AAJG5J',
        '',
        'MacBook Pro 14',
        'A2442',
        'Apple',
        'Notebooks',
        '',
        '',
        '',
        '',
        'Ready to Deploy',
      ],
      ['IT-000102', '', 'Screen at the window', 'P2723DE', '', 'Dell', 'Screens', '', '', '', '', 'Archived'],
    ],
  },
  'asset-models': {
    head: ['model', 'manufacturer', 'model number', 'type', 'description'],
    rows: [['MacBook Pro 14', 'Apple', 'A2442', 'Notebooks', '']],
  },
};
