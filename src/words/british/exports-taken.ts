// Texts of the list of what left the house in a file.

export const exportsTaken = {
  title: 'Copies that left this house',
  hint: 'Each file that is saved has a number in its name. Here stands who saved it.',
  look: 'Show who took which copy',
  none: 'Nothing was saved yet.',
  nobody: 'somebody who is not known any more',
  line: ({
    number,
    what,
    at,
    by,
  }: {
    readonly number: number
    readonly what: string
    readonly at: string
    readonly by: string
  }) => `Copy ${number}: ${what}, ${at}, ${by}`,
  kinds: {
    'show-file': 'the show',
    'table-file': 'a table',
    'record-file': 'the record of a performance',
    'report-file': 'a report',
    'whole-record': 'the whole record',
  },
}
