// The house on the report, as it went, in order of time.

import type { Instant } from '../core/kit/time.ts'
import type { ReportHouse } from '../core/paperwork/house.ts'
import type { Words } from '../words/words.ts'

export type HouseLine = { readonly at: Instant | null; readonly said: string }

/** The same on the sheet, in the file and in the mail. */
export function houseLines(house: ReportHouse, words: Words): readonly HouseLine[] {
  const { houseReport: said } = words
  const { openedAt, audience, clearances, back, bells, latecomers, holds } = house
  const lines: readonly HouseLine[] = [
    ...(openedAt === null ? [] : [{ at: openedAt, said: said.opened }]),
    ...(audience === null ? [] : [{ at: audience.at, said: said.inHouse({ number: audience.count }) }]),
    ...clearances.map(({ act, at }) => ({ at, said: said.clearance({ act }) })),
    ...back.map(({ act, at }) => ({ at, said: said.back({ act }) })),
    ...bells.map(({ words: bell, act, at }) => ({ at, said: said.bell({ words: bell, act }) })),
    ...latecomers.letIn.map(({ count, at }) => ({ at, said: said.letIn({ number: count }) })),
    ...holds.map((hold) => ({ at: hold.at, said: holdWords(hold, words) })),
  ]
  const inOrder = lines.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
  const { stillWaiting } = latecomers
  return stillWaiting === 0
    ? inOrder
    : [...inOrder, { at: null, said: said.stillWaiting({ number: stillWaiting }) }]
}

function holdWords(
  { act, minutes, why, agreed }: ReportHouse['holds'][number],
  { houseReport: said }: Words,
): string {
  const asked = said.hold({ act, minutes, why: why ?? said.erased })
  const answer = agreed === null ? said.noAnswer : agreed ? said.yes : said.no
  return said.answered({ asked, answer })
}
