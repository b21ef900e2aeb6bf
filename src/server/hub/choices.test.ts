// Another order beside an open concern, worked out a step at a time: who is sent it, and that a press comes in between.

import { expect, test } from 'vitest'
import { coverShow } from '../../../test/kit/cover-evening.ts'
import { openHouse, TestScreen } from '../../../test/kit/house.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { id } from '../../core/kit/ids.ts'
import type { ChoicesSection } from '../../core/night/concern-choices.ts'
import { emptyShelf } from '../log/memory.ts'

const choicesOf = ({ sections }: TestScreen) => sections['choices'] as ChoicesSection | undefined

async function watching() {
  const clock = new TestClock()
  const house = await openHouse(emptyShelf(), coverShow, clock)
  await house.pair('sam', { roles: ['SM'], person: id<'person'>('sam') })
  await house.pair('dan', { roles: ['DC'], person: id<'person'>('dan') })
  await house.pair('ben', { roles: ['perf'], person: id<'person'>('ben') })
  const [sam, dan, ben] = ['sam', 'dan', 'ben'].map((name) => new TestScreen(house, name).hello())
  if (!sam || !dan || !ben) throw new Error('three screens')
  /** One pause between two steps. */
  const step = async () => {
    clock.pass(1)
    await settled()
  }
  return { sam, dan, ben, step }
}

test('REORDER-21: worked out in steps beside an open concern, with a press in between, and sent to those who may draft and lead it', async () => {
  const { sam, dan, ben, step } = await watching()
  expect(choicesOf(sam)).toEqual({ working: false, lines: [] })
  await sam.press({ name: 'concern.raise', person: 'ana' })
  await settled()
  expect(choicesOf(sam)).toEqual({ working: true, lines: [] })
  await step()
  await step()
  // It is being worked out, and something else is done at once.
  expect(await sam.press({ name: 'note.write', department: null, text: 'Ready.' })).toMatchObject({
    ok: true,
  })
  expect(choicesOf(sam)).toMatchObject({ working: true })
  let steps = 0
  while (choicesOf(sam)?.working === true && steps < 200) {
    await step()
    steps += 1
  }
  expect(steps).toBeGreaterThan(10)
  expect(choicesOf(sam)?.lines).toMatchObject([
    {
      concern: 1,
      choices: [
        { kind: 'swap', item: 'one' },
        { kind: 'cut', item: 'one' },
      ],
    },
  ])
  expect([choicesOf(dan), choicesOf(ben)]).toEqual([undefined, undefined])
})

test('REORDER-21: another order is another question, and what is over is asked no more', async () => {
  const { sam, step } = await watching()
  await sam.press({ name: 'concern.raise', person: 'ana' })
  for (let steps = 0; steps < 120; steps += 1) await step()
  const swap = choicesOf(sam)?.lines[0]?.choices[0]
  if (!swap) throw new Error('a swap is offered')
  await sam.press({ name: 'order.propose', changes: [...swap.changes] })
  const people = { heard: 'silent', approvedBy: null, toldBy: null } as const
  await sam.press({ name: 'order.accept', changes: [...swap.changes], ...people })
  await settled()
  expect(choicesOf(sam)?.working).toBe(true)
  for (let steps = 0; steps < 120; steps += 1) await step()
  expect(choicesOf(sam)?.lines[0]?.choices[0]?.changes.length).toBe(2)
})
