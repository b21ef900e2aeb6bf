// On the report: each plan of who plays what and each order, who said yes, and who was told by whom. Never why anybody was out.

import type { Instant } from '../../core/kit/time.ts'
import type {
  ReportOrder,
  ReportOrderChange,
  ReportPlan,
  TonightChanged,
} from '../../core/paperwork/tonight-changed.ts'
import { useWords, words } from '../speech/speech.ts'
import { formatClock } from '../ui/clock.ts'
import { Table } from './table.tsx'

type Parts = { readonly changed: TonightChanged | null; readonly zone: string }

export function TonightChangedSheet({ changed, zone }: Parts) {
  const { tonightChanged: said } = useWords()
  if (changed === null) return null
  const clock = (at: Instant) => formatClock(at, zone, false)
  return (
    <>
      {changed.plans.length === 0 ? null : (
        <Table title={said.plans} heads={Object.values(said.planHeads)}>
          {changed.plans.map((one) => (
            <tr key={one.version}>
              <th scope="row">{one.version}</th>
              <td>{clock(one.at)}</td>
              <td>{whatOf(one, clock)}</td>
              <td>{one.by ?? said.atTheDesk}</td>
              <td>{one.shownAt === null ? said.notShown : clock(one.shownAt)}</td>
              <td>{toldOf(one, clock)}</td>
            </tr>
          ))}
        </Table>
      )}
      {changed.orders.length === 0 ? null : (
        <Table title={said.orders} heads={Object.values(said.orderHeads)}>
          {changed.orders.map((one) => (
            <tr key={one.version}>
              <th scope="row">{one.version}</th>
              <td>{clock(one.at)}</td>
              <td>{one.changes.length === 0 ? said.rehearsed : one.changes.map(changeOf).join('; ')}</td>
              <td>{one.by ?? said.atTheDesk}</td>
              <td>{words().reorder.heard[one.heard]}</td>
              <td>{losersOf(one)}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}

function whatOf(
  { why, changed, cut, walked, proved, drafted, unasked, announced }: ReportPlan,
  clock: (at: Instant) => string,
): string {
  const { tonightChanged: said, plan } = words()
  const reasons: Readonly<Record<string, string>> = plan.proposal.why
  const parts = [
    `${reasons[why] ?? why}: ${said.changed({ changed, cut })}`,
    ...(walked.length === 0 ? [] : [said.walked({ items: walked })]),
    ...(proved ? [] : [said.notProved]),
    ...(drafted === null ? [] : [said.drafted({ name: drafted })]),
    ...(unasked ? [said.unasked] : []),
    ...announced.map(({ channel, at }) =>
      said.announced({ channel: plan.slips.channels[channel], clock: clock(at) }),
    ),
  ]
  return parts.join(', ')
}

function toldOf({ told, overridden }: ReportPlan, clock: (at: Instant) => string): string {
  const { tonightChanged: said } = words()
  const lines = told.map(({ name, by, at }) =>
    by === null ? said.read({ name, clock: clock(at) }) : said.told({ name, by, clock: clock(at) }),
  )
  return [...(overridden ? [said.overridden] : []), ...lines].join('; ') || '–'
}

function losersOf({ told, overridden }: ReportOrder): string {
  const { tonightChanged: said } = words()
  const lines = told.map(({ name, by }) => said.toldBefore({ name, by }))
  return [...(overridden ? [said.overridden] : []), ...lines].join('; ') || '–'
}

const changeOf = ({ kind, ...one }: ReportOrderChange): string => words().reorder.changes[kind](one)
