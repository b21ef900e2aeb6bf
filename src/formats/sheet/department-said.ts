// Whose cue a row is: by its own column, by the word before its number, by what it plays, by the name of the sheet.

import { isUsualDepartment } from '../../core/show/departments.ts'

/** What the rows of a sound and video program play, and who runs such a thing. */
const byType: Readonly<Record<string, string>> = {
  ...{ audio: 'SND', mic: 'SND', microphone: 'SND', fade: 'SND' },
  ...{ video: 'VID', camera: 'VID', text: 'VID', light: 'LX' },
}

type Row = {
  readonly said: string
  readonly number: string
  readonly type: string
  readonly sheet: string
}

export type DepartmentSaid = {
  readonly department: string
  /** The number without the word before it. */
  readonly rest: string
  /** False where nothing in the row says it. */
  readonly isSaid: boolean
}

export function departmentSaid({ said, number, type, sheet }: Row): DepartmentSaid {
  const { word, digits, isCalled } = wordBefore(number)
  const isWord = isUsualDepartment(word)
  if (said !== '') {
    // “LX 12” and “LXQ12” beside LX are 12; “lx12” may be its own number.
    const isSame = word.toUpperCase() === said.toUpperCase()
    const isItsOwn = /\s/.test(number) ? isSame || isCalled : isSame && isCalled
    return { department: said, rest: isItsOwn ? digits : number, isSaid: true }
  }
  if (isWord) return { department: word.toUpperCase(), rest: digits, isSaid: true }
  const rest = isCalled && word === '' ? digits : number
  const typed = byType[type.trim().toLowerCase()]
  if (typed !== undefined) return { department: typed, rest, isSaid: true }
  const inName = sheet.split(/[^\p{L}]+/u).find((part) => isUsualDepartment(part))
  if (inName !== undefined) return { department: inName.toUpperCase(), rest, isSaid: true }
  // A list that plays things is run by whoever plays them.
  return { department: type === '' ? 'Q' : 'SND', rest, isSaid: false }
}

/** “LX 12”, “LX Q 12”, “Cue 12”: the word before a number, and whether it says besides that it is a cue. */
function wordBefore(number: string): { word: string; digits: string; isCalled: boolean } {
  const [, word = '', digits = ''] = /^(\p{L}{1,10})[\s.:-]*(\d.*)$/u.exec(number) ?? []
  const [, before = '', rest = ''] = /^(\p{L}{0,10}?)\s*(?:Q|cue)[\s.:-]*(\d.*)$/iu.exec(number) ?? []
  const isCalled = rest !== '' && !isUsualDepartment(word) && (before === '' || isUsualDepartment(before))
  return isCalled ? { word: before, digits: rest, isCalled } : { word, digits, isCalled }
}
