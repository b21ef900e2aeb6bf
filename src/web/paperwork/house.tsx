// The house on the report, as it went, in order of time.

import type { Instant } from '../../core/kit/time.ts'
import type { ReportHouse } from '../../core/paperwork/house.ts'
import { useWords, words } from '../speech/speech.ts'
import { formatClock } from '../ui/clock.ts'
import { Table } from './table.tsx'

type Line = { readonly at: Instant | null; readonly said: string }

export function HouseSheet({ house, zone }: { readonly house: ReportHouse | null; readonly zone: string }) {
  const { houseReport } = useWords()
  if (house === null) return null
  return (
    <Table title={houseReport.title} heads={[houseReport.at, houseReport.what]}>
      {linesOf(house).map(({ at, said }) => (
        <tr key={`${at} ${said}`}>
          <td>{at === null ? '–' : formatClock(at, zone, false)}</td>
          <td>{said}</td>
        </tr>
      ))}
    </Table>
  )
}

/** Pure, so that the report can be sent as text too. */
export function linesOf(house: ReportHouse): readonly Line[] {
  const { houseReport: said } = words()
  const { openedAt, audience, clearances, back, bells, latecomers, holds } = house
  const lines: readonly Line[] = [
    ...(openedAt === null ? [] : [{ at: openedAt, said: said.opened }]),
    ...(audience === null ? [] : [{ at: audience.at, said: said.inHouse({ number: audience.count }) }]),
    ...clearances.map(({ act, at }) => ({ at, said: said.clearance({ act }) })),
    ...back.map(({ act, at }) => ({ at, said: said.back({ act }) })),
    ...bells.map(({ words: bell, act, at }) => ({ at, said: said.bell({ words: bell, act }) })),
    ...latecomers.letIn.map(({ count, at }) => ({ at, said: said.letIn({ number: count }) })),
    ...holds.map((hold) => ({ at: hold.at, said: holdWords(hold) })),
  ]
  const inOrder = lines.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
  const { stillWaiting } = latecomers
  return stillWaiting === 0
    ? inOrder
    : [...inOrder, { at: null, said: said.stillWaiting({ number: stillWaiting }) }]
}

function holdWords({ act, minutes, why, agreed }: ReportHouse['holds'][number]): string {
  const { houseReport: said } = words()
  const asked = said.hold({ act, minutes, why: why ?? said.erased })
  const answer = agreed === null ? said.noAnswer : agreed ? said.yes : said.no
  return said.answered({ asked, answer })
}
