// The house on the report, as it went, in order of time.

import type { ReportHouse } from '../../core/paperwork/house.ts'
import { houseLines } from '../../letters/house-lines.ts'
import { useWords } from '../speech/speech.ts'
import { formatClock } from '../ui/clock.ts'
import { Table } from './table.tsx'

export function HouseSheet({ house, zone }: { readonly house: ReportHouse | null; readonly zone: string }) {
  const words = useWords()
  const { houseReport } = words
  if (house === null) return null
  return (
    <Table title={houseReport.title} heads={[houseReport.at, houseReport.what]}>
      {houseLines(house, words).map(({ at, said }) => (
        <tr key={`${at} ${said}`}>
          <td>{at === null ? '–' : formatClock(at, zone, false)}</td>
          <td>{said}</td>
        </tr>
      ))}
    </Table>
  )
}
