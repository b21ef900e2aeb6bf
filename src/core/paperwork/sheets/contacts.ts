// The contact sheet: names, what each is here, and a number only where its owner gave leave that the show holds it.

import { asWhat, compareNames, nameOf } from './roll.ts'
import { pencil, type Sheet, type SheetContext } from './sheet.ts'

const SHRED = 'Shred this sheet after the show, unless everybody on it has agreed that it is kept.'

export function contactSheet({ show }: SheetContext): Sheet {
  const isHeld = show.people.some(({ phone, email }) => phone !== undefined || email !== undefined)
  const none =
    'This show holds no telephone numbers and no addresses of people. Whoever wants to be reached tonight writes their own number here; nobody has to.'
  const some =
    'What stands here its owner gave leave for. Whoever has no number here and wants to be reached tonight writes their own; nobody has to.'
  return {
    id: 'contacts',
    name: 'Contact sheet',
    large: false,
    blocks: [
      { kind: 'words', heading: '', lines: [isHeld ? some : none, SHRED] },
      {
        kind: 'table',
        heading: 'Company',
        columns: [
          { head: 'Name', width: isHeld ? 26 : 32 },
          { head: 'As', width: isHeld ? 22 : 32 },
          ...(isHeld
            ? [
                { head: 'Number', width: 22 },
                { head: 'E-mail', width: 30 },
              ]
            : [pencil('Number, in their own hand', 36)]),
        ],
        rows: show.people
          .toSorted((a, b) => compareNames(a.name, b.name))
          .map((person) => {
            const { phone = '', email = '' } = person
            return [nameOf(person), asWhat(show, person), ...(isHeld ? [phone, email] : [])]
          }),
        none: 'This show has no names yet. They are added under the company of the show.',
      },
    ],
  }
}
