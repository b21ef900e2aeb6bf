// What every deed on such a page asks first: is there one, is it open, and is there a name under it.

import { refused } from '../kit/result.ts'
import type { On } from './commands.ts'
import { type Matter, NAME_MAX } from './state.ts'

export const notYours = refused('not-yours', 'There is nothing of that kind for this device.')
export const isName = (text: string): boolean => text.trim() !== '' && text.length <= NAME_MAX
export const noName = refused('nobody', `Say who, in at most ${NAME_MAX} letters.`)

/** What is open, and whose: a closed page is read and no longer written on. */
export const openOne = ({ state }: On, id: string): Matter | null =>
  state.matters.find((one) => one.id === id && one.closedAt === null && one.person !== null) ?? null
