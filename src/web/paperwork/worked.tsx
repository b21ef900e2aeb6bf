// On the report of a tech or a rehearsal: what was run when, what was taken again, what the book lost.

import type { Instant } from '../../core/kit/time.ts'
import type { ReportWorked } from '../../core/paperwork/worked.ts'
import { useWords } from '../speech/speech.ts'
import { Table } from './table.tsx'

type WorkedProps = {
  readonly worked: ReportWorked | null
  readonly clock: (at: Instant | null) => string
}

export function WorkedSheet({ worked, clock }: WorkedProps) {
  const { tech: said } = useWords()
  if (worked === null) return null
  const clocks = (at: readonly Instant[]) => at.map(clock).join(' · ')
  return (
    <>
      {worked.passes.length > 0 ? (
        <Table title={said.passes} heads={Object.values(said.passesHeads)}>
          {worked.passes.map(({ began, from, to, at, until, cues }) => (
            <tr key={at}>
              <td>{said.began[began ?? 'straight']}</td>
              <td>{from}</td>
              <td>{to}</td>
              <td>{clock(at)}</td>
              <td>{clock(until)}</td>
              <td>{cues}</td>
            </tr>
          ))}
        </Table>
      ) : null}
      {worked.again.length > 0 ? (
        <Table title={said.again} heads={Object.values(said.againHeads)}>
          {worked.again.map(({ cue, at }) => (
            <tr key={cue}>
              <td>{cue}</td>
              <td>{said.times(at.length)}</td>
              <td>{clocks(at)}</td>
            </tr>
          ))}
        </Table>
      ) : null}
      {worked.removed.length > 0 ? (
        <Table title={said.removed} heads={Object.values(said.removedHeads)}>
          {worked.removed.map(({ name, calledAt }) => (
            <tr key={`${name} ${calledAt[0]}`}>
              <td>{name}</td>
              <td>{clocks(calledAt)}</td>
            </tr>
          ))}
        </Table>
      ) : null}
    </>
  )
}
