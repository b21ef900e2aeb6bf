// Emphasis in Fountain: *italic*, **bold**, ***both*** and _underlined_, each within one line, in time that grows with the text.

export type Run = {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underlined: boolean
}

type Mark = '*' | '**' | '***' | '_'

const plainRun = (text: string): Run => ({ text, bold: false, italic: false, underlined: false })

/** Of the text of any number of lines; what is emphasised within something emphasised stays as it is written. */
export function emphasisOf(text: string): readonly Run[] {
  const runs: Run[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) push(runs, plainRun('\n'))
    for (const run of new LineEmphasis(line).runs()) push(runs, run)
  }
  return runs
}

/** The words alone, whatever is emphasised within what. */
export function plain(text: string): string {
  const once = emphasisOf(text)
  const isMarked = once.some(({ bold, italic, underlined }) => bold || italic || underlined)
  const joined = (runs: readonly Run[]) => runs.map((run) => run.text).join('')
  // Underlined, and in it bold or italic: deeper it cannot be.
  if (!isMarked) return joined(once)
  return once
    .map((run) => (run.bold || run.italic || run.underlined ? joined(emphasisOf(run.text)) : run.text))
    .join('')
}

function push(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  const joins = last?.bold === run.bold && last.italic === run.italic && last.underlined === run.underlined
  if (last && joins) runs[runs.length - 1] = { ...run, text: last.text + run.text }
  else if (run.text !== '') runs.push(run)
}

class LineEmphasis {
  readonly #line: string
  /** Of each mark, from where on the line holds no end for it: looked for in vain once, never again. */
  readonly #vain = new Map<Mark, number>()

  constructor(line: string) {
    this.#line = line
  }

  *runs(): Generator<Run> {
    let at = 0
    let literal = 0
    while (at < this.#line.length) {
      if (this.#line[at] === '\\' && /[*_\\]/.test(this.#line[at + 1] ?? '')) {
        yield plainRun(this.#line.slice(literal, at))
        literal = at + 1
        at += 2
        continue
      }
      const length = this.#markLength(at)
      const mark = this.#markAt(at, length)
      const end = mark === null ? -1 : this.#endOf(mark, at + length)
      if (mark === null || end < 0) {
        at += Math.max(1, length)
        continue
      }
      yield plainRun(this.#line.slice(literal, at))
      yield {
        text: unescaped(this.#line.slice(at + length, end)),
        bold: mark === '**' || mark === '***',
        italic: mark === '*' || mark === '***',
        underlined: mark === '_',
      }
      at = end + length
      literal = at
    }
    yield plainRun(this.#line.slice(literal))
  }

  /** How many of one sign stand here. */
  #markLength(at: number): number {
    const sign = this.#line[at]
    if (sign !== '*' && sign !== '_') return 0
    let end = at
    while (this.#line[end] === sign) end += 1
    return end - at
  }

  /** A mark begins something where it is not followed by a blank. */
  #markAt(at: number, length: number): Mark | null {
    const next = this.#line[at + length]
    if (length === 0 || next === undefined || /\s/.test(next)) return null
    if (this.#line[at] === '_') return length === 1 ? '_' : null
    return length === 1 ? '*' : length === 2 ? '**' : length === 3 ? '***' : null
  }

  /** Where the same mark stands again after a word; -1 where it does not. */
  #endOf(mark: Mark, from: number): number {
    const vain = this.#vain.get(mark)
    if (vain !== undefined && from >= vain) return -1
    for (let at = from; at < this.#line.length; at += 1) {
      if (this.#line[at] === '\\') {
        at += 1
        continue
      }
      const length = this.#markLength(at)
      if (length === 0) continue
      if (this.#line.startsWith(mark, at) && length === mark.length && !/\s/.test(this.#line[at - 1] ?? ' '))
        return at
      at += length - 1
    }
    this.#vain.set(mark, from)
    return -1
  }
}

const unescaped = (text: string): string => text.replace(/\\([*_\\])/g, '$1')
