// Texts of the table in which drills stand beside each other.

export const drillTimes = {
  title: 'Drills so far',
  lead: 'From the beginning of each, in minutes and seconds; the newest first. Nobody is named.',
  none: 'No drill is written down yet.',
  step: 'Step',
  entries: 'Entries',
  notReached: '–',
}
