// What a device keeps of a roll call: first here, brought once, folded as the house folds it, and forgotten.

import { expect, test } from 'vitest'
import { listed, NOON } from '../../../test/kit/roll-calls.ts'
import { id } from '../../core/kit/ids.ts'
import { personKey, type RollSaid, type SaidWhat } from '../../core/roll-call/record.ts'
import { ROLL_SAID_MAX, SHOWN_MS } from '../../core/roll-call/roll-call.ts'
import type { RollCallSection } from '../../core/roll-call/section.ts'
import { readRollCallBatch } from '../../wire/roll-call.ts'
import type { Shelf } from '../incident/store.ts'
import { type AskRoll, roundOnce } from './deliver.ts'
import {
  beginRoll,
  keepRoll,
  type RollKept,
  readRoll,
  rollHere,
  SAID_KEPT_MAX,
  withAnswer,
  writeRoll,
} from './store.ts'

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }
}
const ready: RollCallSection = {
  me: { device: id('ade-phone'), person: null, name: null },
  ...{ mayHold: true, mayRecord: true, open: null, stewards: [], earlier: [] },
  ready: [listed('ann'), listed('ben')],
}
const seen = (name: string): SaidWhat => ({
  ...{ kind: 'seen', who: personKey(id(name)), point: 'Green', by: 'Ade Lamb', name: null },
})
const wrote = (kept: RollKept | null): RollKept => {
  if (kept === null) throw new Error('nothing fits')
  return kept
}
const begunHere = (own: Shelf) =>
  keepRoll(own, false, beginRoll({ ...readRoll(own, false, NOON), section: ready }, 'Ade Lamb', false, NOON))
const counts = (kept: RollKept) => {
  const roll = rollHere(kept, NOON + 60_000)
  return roll && [roll.of, roll.seen, roll.notSeen]
}

test('ROLLCALL-21: begun without the house with the list it was last told, kept, and there again after a reload', () => {
  const own = shelf()
  expect([
    counts(readRoll(own, false, NOON)),
    writeRoll(readRoll(own, false, NOON), seen('ann'), false, NOON),
  ]).toEqual([null, null])
  const begun = begunHere(own)
  keepRoll(own, false, wrote(writeRoll(begun, seen('ann'), false, NOON + 1)))
  const again = readRoll(own, false, NOON + 2)
  expect(counts(again)).toEqual([2, 1, 1])
  // A drill is kept by itself.
  expect(readRoll(own, true, NOON).said).toEqual([])
  const undone = wrote(writeRoll(again, { kind: 'undone', record: again.said[1]?.id ?? '' }, false, NOON + 3))
  expect(counts(undone)).toEqual([2, 0, 2])
  const full: RollKept = { ...again, said: Array<RollSaid>(SAID_KEPT_MAX).fill(again.said[0] as RollSaid) }
  expect(writeRoll(full, seen('ben'), false, NOON)).toBeNull()
  expect(writeRoll({ ...full, said: full.said.slice(1) }, seen('ben'), false, NOON)).not.toBeNull()
})

test('ROLLCALL-21: a house that cannot be reached changes nothing; one that can takes each once', async () => {
  const own = shelf()
  let kept = begunHere(own)
  for (let n = 0; n < ROLL_SAID_MAX; n += 1) kept = wrote(writeRoll(kept, seen('ann'), false, NOON))
  keepRoll(own, false, kept)
  const now = () => NOON
  expect(await roundOnce(own, false, now, async () => null)).toMatchObject({
    reach: { kind: 'away' },
    kept: { said: kept.said },
  })
  const full = { status: 409, value: { refusal: { code: 'full', sentence: 'No room.' } } }
  expect((await roundOnce(own, false, now, async () => full)).reach).toEqual({
    kind: 'refused',
    sentence: 'No room.',
  })
  const came: string[] = []
  const house: AskRoll = async (body) => {
    const read = readRollCallBatch(body)
    if (!read.ok) return { status: 400, value: {} }
    const taken = read.batch.said.map((one) => one.id)
    came.push(...taken)
    return { status: 200, value: { taken, section: ready } }
  }
  const left: number[] = []
  for (let n = 0; n < 3; n += 1) left.push((await roundOnce(own, false, now, house)).kept.said.length)
  expect(left).toEqual([1, 0, 0])
  expect(came).toEqual(kept.said.map((one) => one.id))
})

test('ROLLCALL-19: a device that takes no part keeps no names, and nobody’s lie there for longer than it is shown', async () => {
  const own = shelf()
  const begun = begunHere(own)
  const open = { id: begun.begun?.id ?? id('none'), records: rollRecords(begun), hidden: 0 }
  const on = withAnswer(begun, {
    taken: begun.said.map((one) => one.id),
    section: { ...ready, open, ready: null },
  })
  keepRoll(own, false, on)
  expect(counts(readRoll(own, false, NOON + SHOWN_MS))).toEqual([2, 0, 2])
  expect(counts(readRoll(own, false, NOON + SHOWN_MS + 1))).toBeNull()
  const refused = { status: 403, value: {} }
  expect(
    (
      await roundOnce(
        own,
        false,
        () => NOON,
        async () => refused,
      )
    ).reach,
  ).toEqual({ kind: 'not-here' })
  expect([...own.kept.values()].join('')).not.toContain('Whole')
})

const rollRecords = ({ begun, said }: RollKept) => [
  ...(begun?.listed ?? []),
  ...said.map(({ madeAt, ...one }) => ({
    ...{ ...one, aheadMs: 0, author: { device: 'ade-phone', person: null } },
    at: (begun?.listed[0]?.at ?? 0) as never,
  })),
]
