/** What people of the company ask for; `approval`: the kind that the demo adds to the catalogue. */
export const complaints: readonly {
  type: string;
  notes: readonly string[];
  meeting?: true;
  approval?: true;
}[] = [
  {
    type: 'Light does not work',
    notes: ['The strip over the window stays dark.', 'Two of four lamps are out since this morning.'],
  },
  { type: 'Light flickers', notes: ['It flickers right above my desk.', 'Worse when it is cold outside.'] },
  { type: 'Too cold', notes: ['18 °C, and the radiator stays cold.', 'We sit here in our coats.'] },
  { type: 'Too warm', notes: ['The blinds are down and it is 27 °C.', 'The cooling blows warm air.'] },
  { type: 'Water leak', notes: ['Water drips from the ceiling next to the printer.'] },
  { type: 'Blocked drain', notes: ['The sink in the pantry does not drain.'] },
  { type: 'Tap drips', notes: ['The left tap drips, day and night.'] },
  { type: 'Door does not close', notes: ['It falls shut only when pushed hard.'] },
  {
    type: 'Key or badge does not open',
    notes: ['The reader blinks red since my badge was renewed.', 'It opens in the morning, not after lunch.'],
  },
  { type: 'Paper jam', notes: ['Tray 2, and the door at the back is stuck.'] },
  { type: 'Toner is empty', notes: ['Black is empty, the spare box too.'] },
  {
    type: 'Projector flickers',
    notes: [
      'It flickers after ten minutes. We have guests on Thursday.',
      'Green stripes over the whole picture.',
    ],
    meeting: true,
  },
  { type: 'No picture', notes: ['HDMI on the table shows nothing, wireless works.'], meeting: true },
  { type: 'Chair is broken', notes: ['The gas spring gave way, it sinks slowly.'] },
  { type: 'Desk does not move', notes: ['It goes up but not down.'] },
  { type: 'Spill', notes: ['Coffee on the carpet by the door.'], meeting: true },
  { type: 'Bin is full', notes: ['Nobody has emptied it since Friday.'] },
  {
    type: 'Move of a desk',
    notes: ['Two places to the window, please, with the lamp.', 'To my team on the third floor.'],
    approval: true,
  },
];
export const questions = [
  'On my way. Is somebody there until noon?',
  'Does it happen all the time, or only now and then?',
  'Could you clear the space around it, please?',
];
export const replies = ['Yes, come by any time.', 'All the time.', 'Done. The key is at the front desk.'];
export const closings = {
  completed: [
    'Replaced and tested.',
    'Cleaned, adjusted, works again.',
    'Repaired. Tell us if it comes back.',
  ],
  rejected: [
    'This has been asked for before, see the other request.',
    'Not ours: the landlord has been told.',
  ],
};
export const ratings: readonly { stars: number; comment?: string }[] = [
  { stars: 5, comment: 'Fast, and friendly.' },
  { stars: 5 },
  { stars: 4 },
  { stars: 4, comment: 'Works again, thank you.' },
  { stars: 3 },
  { stars: 2, comment: 'It took two visits.' },
];
