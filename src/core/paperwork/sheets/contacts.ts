// The contact sheet: names and what each is here, and of numbers only what the show may hold, which so far is none.

import { asWhat, compareNames, nameOf } from './roll.ts'
import { pencil, type Sheet, type SheetContext } from './sheet.ts'

export function contactSheet({ show }: SheetContext): Sheet {
  return {
    id: 'contacts',
    name: 'Contact sheet',
    large: false,
    blocks: [
      {
        kind: 'words',
        heading: '',
        lines: [
          'This show holds no telephone numbers and no addresses of people. Whoever wants to be reached tonight writes their own number here; nobody has to.',
          'Shred this sheet after the show, unless everybody on it has agreed that it is kept.',
        ],
      },
      {
        kind: 'table',
        heading: 'Company',
        columns: [
          { head: 'Name', width: 32 },
          { head: 'As', width: 32 },
          pencil('Number, in their own hand', 36),
        ],
        rows: show.people
          .toSorted((a, b) => compareNames(a.name, b.name))
          .map((person) => [nameOf(person), asWhat(show, person)]),
        none: 'This show has no names yet. They are added under the company of the show.',
      },
    ],
  }
}
