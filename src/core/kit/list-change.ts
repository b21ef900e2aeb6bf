// A list told as what it keeps of another one: a cue typed into a long play is a row of its own and two places.

/** So many rows of the other list from this one on; or so many rows of its own. */
type Step = readonly [from: number, rows: number] | number

export type ListChange<Row> = { readonly steps: readonly Step[]; readonly own: readonly Row[] }
export type LineChange = ListChange<string>

/** Whatever the two lists are, `rowsAfter` makes the second of the first; what was moved is kept, not told again. */
export function changeBetween<Row>(was: readonly Row[], is: readonly Row[]): ListChange<Row> {
  const { begin, wasEnd, isEnd } = whereTheyDiffer(was, is)
  const telling = new Telling<Row>()
  telling.keep(0, begin)
  const places = new Map<Row, number>()
  for (const [at, row] of was.slice(begin, wasEnd).entries()) places.set(row, begin + at)
  for (let at = begin; at < isEnd; ) {
    // `as`: `at` lies in the list.
    const row = is[at] as Row
    const from = places.get(row)
    let many = 1
    if (from === undefined) telling.say(row)
    else {
      while (at + many < isEnd && from + many < wasEnd && is[at + many] === was[from + many]) many += 1
      telling.keep(from, many)
    }
    at += many
  }
  telling.keep(wasEnd, was.length - wasEnd)
  return { steps: telling.steps, own: telling.own }
}

/** Most often they are the same but for one place. */
function whereTheyDiffer<Row>(was: readonly Row[], is: readonly Row[]) {
  const shorter = Math.min(was.length, is.length)
  let begin = 0
  while (begin < shorter && was[begin] === is[begin]) begin += 1
  let [wasEnd, isEnd] = [was.length, is.length]
  while (wasEnd > begin && isEnd > begin && was[wasEnd - 1] === is[isEnd - 1]) {
    wasEnd -= 1
    isEnd -= 1
  }
  return { begin, wasEnd, isEnd }
}

class Telling<Row> {
  readonly steps: Step[] = []
  readonly own: Row[] = []

  keep(from: number, rows: number): void {
    if (rows === 0) return
    const last = this.steps.at(-1)
    const goesOn = Array.isArray(last) && last[0] + last[1] === from
    if (goesOn) this.steps[this.steps.length - 1] = [last[0], last[1] + rows]
    else this.steps.push([from, rows])
  }

  say(row: Row): void {
    const last = this.steps.at(-1)
    if (typeof last === 'number') this.steps[this.steps.length - 1] = last + 1
    else this.steps.push(1)
    this.own.push(row)
  }
}

/** Null where the change is of another list: it names rows that are not there. */
export function rowsAfter<Row>(was: readonly Row[], { steps, own }: ListChange<Row>): readonly Row[] | null {
  const rows: Row[] = []
  let said = 0
  for (const step of steps) {
    const isOwn = typeof step === 'number'
    const [from, many] = isOwn ? [said, step] : step
    const source = isOwn ? own : was
    if (from + many > source.length) return null
    // One by one: a list of fifty thousand is too long to be spread.
    for (let at = from; at < from + many; at += 1) rows.push(source[at] as Row)
    if (isOwn) said += step
  }
  return rows
}

/** Of the other list, what is not kept. */
export function rowsLeft<Row>(was: readonly Row[], { steps }: ListChange<unknown>): readonly Row[] {
  const kept = new Set<number>()
  for (const step of steps)
    if (typeof step !== 'number') for (let at = step[0]; at < step[0] + step[1]; at += 1) kept.add(at)
  return kept.size === was.length ? [] : was.filter((_, at) => !kept.has(at))
}

/** Of lines, as it is kept: where they come from, then its own. */
export const changeText = ({ steps, own }: LineChange): string => [JSON.stringify(steps), ...own].join('\n')

/** Null for what `changeText` never wrote. */
export function changeIn(text: string): LineChange | null {
  const [head = '', ...own] = text.split('\n')
  try {
    const steps: unknown = JSON.parse(head)
    return Array.isArray(steps) && steps.every(isStep) ? { steps, own } : null
  } catch {
    return null
  }
}

const isStep = (step: unknown): step is Step =>
  isCount(step) || (Array.isArray(step) && step.length === 2 && step.every(isCount))
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
