// Lays sheets out on pages: arithmetic on widths and heights, so that a test can read where everything stands.

import type { Block } from '../../core/paperwork/sheets/sheet.ts'
import type { PressJob, PressSheet } from './job.ts'
import { layCode } from './lay-code.ts'
import { layFacts, layTable } from './lay-table.ts'
import type { Measure, Page } from './page.ts'
import { arm, lineHeight, ordinary, Pen, rule, TooLong } from './pen.ts'

export function layOut(job: PressJob, measure: Measure): readonly Page[] {
  const pen = new Pen(job.paper, measure)
  for (const sheet of job.sheets) {
    const first = pen.pages.length
    laySheet(pen, job, onePage(job, sheet, measure))
    foot(pen, job, sheet, first)
  }
  return pen.pages
}

/** What has to keep to one page is laid out for nothing until it does. */
function onePage(job: PressJob, sheet: PressSheet, measure: Measure): PressSheet {
  if (sheet.shorter === undefined) return sheet
  const [first, ...rest] = sheet.shorter.map((blocks) => ({ ...sheet, blocks }))
  // Smaller letters before fewer words.
  const small = [...(first ? [first] : []), ...rest].map((one) => ({ ...one, large: false }))
  const all = [sheet, ...(first ? [first] : []), ...small]
  const fits = (one: PressSheet) => {
    try {
      laySheet(new Pen(job.paper, measure, 1), job, one)
      return true
    } catch (error) {
      if (error instanceof TooLong) return false
      throw error
    }
  }
  return all.find(fits) ?? all.at(-1) ?? sheet
}

/** A sheet begins on a page of its own: it is carried away by itself. */
function laySheet(pen: Pen, { head }: PressJob, sheet: PressSheet): void {
  pen.look = sheet.large ? arm : ordinary
  pen.turn()
  pen.write('H1', sheet.name, 'bold', 18)
  pen.y += 2
  pen.write('P', head, 'plain', 9)
  pen.y += 4
  pen.put('artifact', [rule(pen.left, pen.y, pen.right, pen.y, 0.8)])
  pen.y += 8
  for (const block of sheet.blocks) layBlock(pen, block)
}

function layBlock(pen: Pen, block: Block): void {
  if (block.heading !== '') {
    // A heading at the foot of a page belongs to nothing: it goes over with the first lines under it.
    pen.need(lineHeight(pen.look.heading) + 3 * pen.look.rowMin)
    pen.y += 4
    pen.write('H2', block.heading, 'bold', pen.look.heading)
    pen.y += 3
  }
  switch (block.kind) {
    case 'words':
      layWords(pen, block.lines, block.hung === true)
      break
    case 'steps':
      laySteps(pen, block.steps, block.first === true)
      break
    case 'code':
      layCode(pen, block)
      break
    case 'facts':
      layFacts(pen, block.facts)
      break
    case 'table':
      layTable(pen, block)
      break
    default:
      block satisfies never
  }
  pen.y += 8
}

/** What is read from across a foyer is so much larger. */
const HUNG_LARGER = 10

function layWords(pen: Pen, lines: readonly string[], hung: boolean): void {
  const size = pen.look.body + (hung ? HUNG_LARGER : 0)
  for (const line of lines) {
    pen.write('P', line, hung ? 'bold' : 'plain', size)
    if (hung) pen.y += HUNG_LARGER
  }
}

/** So much larger are the steps that come before everything else. */
const FIRST_LARGER = 3

function laySteps(pen: Pen, steps: readonly string[], first: boolean): void {
  const size = pen.look.body + (first ? FIRST_LARGER : 0)
  const indent = pen.measure('00  ', 'bold', size)
  for (const [index, step] of steps.entries()) {
    pen.need(lineHeight(size))
    pen.put('artifact', [{ kind: 'text', x: pen.left, y: pen.y, text: `${index + 1}`, font: 'bold', size }])
    pen.write('LI', step, first ? 'bold' : 'plain', size, indent)
    pen.y += first ? 5 : 2
  }
}

/** On every page, so that none is lost from its night and none is taken for tonight's. */
function foot(pen: Pen, job: PressJob, sheet: PressSheet, first: number): void {
  const pages = pen.pages.slice(first)
  const y = pen.bottom + 12
  const size = 8
  for (const [index, page] of pages.entries()) {
    const count = `page ${index + 1} of ${pages.length}`
    const texts = [
      { x: pen.left, y, text: `${job.title} · ${sheet.name}`, font: 'plain' },
      { x: pen.right - pen.measure(count, 'plain', size), y, text: count, font: 'plain' },
      { x: pen.left, y: y + 11, text: `${sheet.version} · ${job.printed}`, font: 'bold' },
    ] as const
    page.pieces.push({
      role: 'artifact',
      table: null,
      row: null,
      marks: [
        rule(pen.left, y - 5, pen.right, y - 5, 0.4),
        ...texts.map((one) => ({ kind: 'text', size, ...one }) as const),
      ],
    })
  }
}
