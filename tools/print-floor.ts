// Prints the floor plan of tools/rooms.ts into ARCHITECTURE.md: `npx node tools/print-floor.ts`.

import { readFileSync, writeFileSync } from 'node:fs'
import type { Room } from './room.ts'
import { rooms } from './rooms.ts'

const begin = '<!-- The floor plan, printed by tools/print-floor.ts. Change tools/rooms.ts, not this. -->'
const end = '<!-- End of the floor plan. -->'

/** The page with the table between its marks replaced; a page without marks is a mistake. */
export function withFloorPlan(page: string, plan: readonly Room[]): string {
  const [before, rest, ...more] = page.split(begin)
  const [, after] = rest?.split(end) ?? []
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error('the page has no place for the floor plan, or more than one')
  }
  return `${before}${begin}\n${floorPlan(plan)}\n${end}${after}`
}

function floorPlan(plan: readonly Room[]): string {
  const head = ['Room', 'What happens here', 'May import', 'Packages', 'Holds at most', 'Clock, dice']
  const rows = plan.map((room) => [
    code(room.path),
    room.what,
    room.rooms.map(code).join(' ') || 'nothing',
    room.packages.map(code).join(' ') || 'none',
    room.holds,
    room.ambient ? 'yes' : 'no',
  ])
  // Padded as the formatter wants it, so that printing and formatting never disagree.
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => (cells[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n')
}

const code = (path: string): string => `\`${path.replace(/^src\//, '')}\``

if (import.meta.main) {
  const page = new URL('../ARCHITECTURE.md', import.meta.url)
  writeFileSync(page, withFloorPlan(readFileSync(page, 'utf8'), rooms))
}
