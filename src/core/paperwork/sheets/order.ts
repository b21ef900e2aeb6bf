// The running order on paper: every item of tonight's edition with its length and when it is expected, and the calls.

import { callDueAt } from '../../calling/expected.ts'
import { formatLength, seconds } from '../../kit/time.ts'
import { callsBefore } from '../../show/call-tables.ts'
import type { PlanPoint } from '../../show/timeline.ts'
import { type Block, clockIn, intoAct, itemName, pencil, type Sheet, type SheetContext } from './sheet.ts'

export function orderSheet(context: SheetContext): Sheet {
  const acts = [...new Set(context.plan.items.map(({ act }) => act))]
  return {
    id: 'order',
    name: 'Running order',
    large: false,
    blocks:
      context.plan.items.length === 0
        ? [none]
        : acts.flatMap((act) => [...calls(context, act), items(context, act)]),
  }
}

const none: Block = {
  kind: 'words',
  heading: '',
  lines: ['There is no running order yet. It is added under the running order of the show.'],
}

function calls(context: SheetContext, act: number): readonly Block[] {
  const { country, calling, plan, expected, timeZone } = context
  // Calls are given before an act that is played: one of nothing but an interval has none.
  if (!plan.acts.some((one) => one.act === act)) return []
  const due = (call: string): string => {
    const opened = calling.opened
    const at = opened && expected ? callDueAt(plan, calling, { call, act }, opened.at) : null
    return at === null ? '' : clockIn(country)(at, timeZone, false)
  }
  return [
    {
      kind: 'table',
      heading: `Calls, act ${act}`,
      columns: [{ head: 'Call', width: 40 }, { head: 'Due', width: 20 }, pencil('Given', 40)],
      rows: callsBefore(country, act, 1, plan.calls).map(({ id, words }) => [words, due(id)]),
      none: '',
    },
  ]
}

function items({ plan, expected, country, timeZone }: SheetContext, act: number): Block {
  const timeOf = (point: PlanPoint): string => {
    const at = expected?.(point) ?? null
    return at === null ? '' : clockIn(country)(at, timeZone)
  }
  return {
    kind: 'table',
    heading: `Act ${act}`,
    columns: [
      { head: 'Expected', width: 11 },
      { head: 'Into act', width: 11, right: true },
      { head: 'Item', width: 42 },
      { head: 'Length', width: 10, right: true },
      pencil('Tonight', 26),
    ],
    rows: plan.items
      .filter((item) => item.act === act)
      .map((item) => [
        item.cut ? '' : timeOf(item.starts),
        intoAct(item.starts),
        `${item.cut ? 'CUT TONIGHT ' : ''}${item.parent === undefined ? '' : '   '}${itemName(item)}`,
        formatLength(seconds(item.seconds)),
      ]),
    none: '',
  }
}
