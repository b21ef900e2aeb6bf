// Another solver for the same question, as an oracle: a mixed-integer program, one level after the other. Nothing is shared with clasp.

import highsModule, { type Highs, type ModelData } from 'highs'
import type { Answer } from '../../src/server/cover/solver.ts'

type Row = {
  readonly lower: number
  readonly upper: number
  readonly cells: ReadonlyMap<number, number>
}
type Question = {
  readonly atoms: number
  readonly rows: readonly Row[]
  /** The one that counts before all others first. */
  readonly levels: readonly ReadonlyMap<number, number>[]
}

const WHOLE = 0.5
/** Its types describe it as CommonJS; what is imported is the module's own default. */
const loadHighs = highsModule as unknown as typeof highsModule.default

/** How much of one night's time is left to prove it; the levels share it. */
export async function oracle(seconds: number): Promise<(text: string) => Promise<Answer>> {
  const highs = await loadHighs()
  return async (text) => answer(highs, readQuestion(text), seconds)
}

function answer(highs: Highs, question: Question, seconds: number): Answer {
  const until = performance.now() + 1_000 * seconds
  const rows = [...question.rows]
  let values: ArrayLike<number> = []
  for (const cells of question.levels) {
    const ask = (presolve: 'choose' | 'off') =>
      solve(highs, { ...question, rows }, cells, { presolve, seconds: (until - performance.now()) / 1_000 })
    // Its presolve takes some questions for impossible that have an answer: it is believed only without.
    const first = ask('choose')
    const found = first === 'impossible' ? ask('off') : first
    if (found === 'impossible') return { done: 'impossible' }
    if (found === 'late') return { done: 'failed', why: 'The oracle had no more time.' }
    values = found
    const best = [...cells].reduce((sum, [column, cost]) => sum + cost * Math.round(found[column] ?? 0), 0)
    rows.push({ lower: 0, upper: best + WHOLE, cells })
  }
  const holds = Array.from(values, (value, column) => (value > WHOLE ? [`a${column + 1}`] : [])).flat()
  return { done: 'answer', proved: true, holds }
}

function solve(
  highs: Highs,
  { atoms, rows }: Pick<Question, 'atoms' | 'rows'>,
  costs: ReadonlyMap<number, number>,
  { presolve, seconds }: { readonly presolve: 'choose' | 'off'; readonly seconds: number },
): ArrayLike<number> | 'impossible' | 'late' {
  if (seconds <= 0) return 'late'
  return highs.withModel(modelData(highs, atoms, rows, costs), (model) => {
    // Costs are whole numbers: whoever is within one half of the best is the best.
    model.options.set({
      output_flag: false,
      presolve,
      time_limit: seconds,
      mip_abs_gap: WHOLE,
      mip_rel_gap: 0,
    })
    model.run()
    const status = model.getModelStatus()
    if (status === highs.constants.modelStatus.optimal) return model.getSolution().colValue
    return status === highs.constants.modelStatus.infeasible ? 'impossible' : 'late'
  })
}

function modelData(
  highs: Highs,
  atoms: number,
  rows: readonly Row[],
  costs: ReadonlyMap<number, number>,
): ModelData {
  const columns = Array.from({ length: atoms }, (_, column) => column)
  const starts: number[] = []
  const indices: number[] = []
  const values: number[] = []
  for (const { cells } of rows) {
    starts.push(indices.length)
    for (const [column, value] of cells) {
      indices.push(column)
      values.push(value)
    }
  }
  const [numRows, numCols] = [rows.length, atoms]
  return {
    numRows,
    numCols,
    colCost: columns.map((column) => costs.get(column) ?? 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map(() => 1),
    rowLower: rows.map(({ lower }) => (Number.isFinite(lower) ? lower : -highs.infinity)),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(() => highs.constants.variableType.integer),
    matrix: { format: 'csr', numRows, numCols, starts: [...starts, indices.length], indices, values },
  }
}

/** The ground program as rows over zero and one; a head may be true without need, but that is never worth anything. */
function readQuestion(text: string): Question {
  const rows: Row[] = []
  const levels = new Map<number, ReadonlyMap<number, number>>()
  let atoms = 0
  for (const line of text.split('\n')) {
    if (!/^[12] /.test(line)) continue
    const [kind = 0, ...cells] = line.split(' ').map(Number)
    const literals =
      kind === 2 ? pairs(cells.slice(2)) : cells[0] === 1 ? [] : bodyOf(cells.slice(1 + headsIn(cells)))
    for (const [literal] of literals) atoms = Math.max(atoms, Math.abs(literal))
    for (const head of cells.slice(2, 1 + headsIn(cells))) if (kind === 1) atoms = Math.max(atoms, head)
    if (kind === 2) levels.set(cells[0] ?? 0, counted(literals).cells)
    else if (cells[0] === 0) rows.push(ruleRow(cells, literals))
  }
  const inOrder = [...levels].sort(([one], [other]) => other - one).map(([, costs]) => costs)
  return { atoms, rows, levels: inOrder }
}

/** The cells of a head: its count and its atoms. */
const headsIn = (cells: readonly number[]): number => 1 + (cells[1] ?? 0)

/** Either all of some literals, weighing one each, or so many of weighed ones. */
function bodyOf([kind = 0, ...cells]: readonly number[]): readonly (readonly [number, number])[] {
  return kind === 0 ? cells.slice(1).map((literal) => [literal, 1] as const) : pairs(cells.slice(2))
}

const pairs = (cells: readonly number[]): readonly (readonly [number, number])[] =>
  cells.flatMap((literal, at) => (at % 2 === 0 ? [[literal, cells[at + 1] ?? 0] as const] : []))

/** What is negated counts where it does not hold. */
function counted(literals: readonly (readonly [number, number])[]) {
  const cells = new Map<number, number>()
  let constant = 0
  for (const [literal, weight] of literals) {
    const column = Math.abs(literal) - 1
    cells.set(column, (cells.get(column) ?? 0) + (literal > 0 ? weight : -weight))
    if (literal < 0) constant += weight
  }
  return { cells, constant }
}

/** All of a body but one at most, unless its head holds. */
function ruleRow(cells: readonly number[], literals: readonly (readonly [number, number])[]): Row {
  const head = cells[1] === 1 ? cells[2] : undefined
  const body = cells.slice(1 + headsIn(cells))
  const most = body[0] === 0 ? literals.length - 1 : (body[1] ?? 0) - 1
  const { cells: counting, constant } = counted(literals)
  if (head !== undefined) counting.set(head - 1, (counting.get(head - 1) ?? 0) - 1)
  return { lower: Number.NEGATIVE_INFINITY, upper: most - constant, cells: counting }
}
