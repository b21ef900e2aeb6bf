// The part of the contract about documents that lie as changes of others: each is read as the text that it is.

import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { dice } from '../../core/kit/dice.ts'
import { changeBetween } from '../../core/kit/list-change.ts'
import type { Stage } from './bench.contract.ts'
import { DOCUMENT_CHANGES_MAX, type Log } from './log.ts'

export function documents({ log, reopen }: Stage): void {
  test('LOG-28: a document is found again however many changes lie behind it, and so is each before it', async () => {
    const evening = evenings()
    const texts = [evening.next(), ...Array.from({ length: DOCUMENT_CHANGES_MAX * 2 }, () => evening.next())]
    for (const [at, text] of texts.entries()) await saveAs(log(), text, texts[at - 1])
    await reopen()
    for (const text of texts) expect(await log().document(hash('sha256', text))).toBe(text)
    expect(await log().verify()).toMatchObject({ ok: true })
  })

  test('LOG-28: one whose base is not there, or is what it was before, is kept all the same', async () => {
    const evening = evenings()
    const [one, two, three] = [evening.next(), evening.next(), evening.next()]
    // Nobody ever saved the one it is a change of.
    await saveAs(log(), two, one)
    await saveAs(log(), three, two)
    await saveAs(log(), two, three)
    await log().saveDocument(three)
    await reopen()
    for (const text of [two, three]) expect(await log().document(hash('sha256', text))).toBe(text)
    expect(await log().document(hash('sha256', one))).toBeNull()
  })

  test('LOG-28: whichever are removed, and in whatever order, the others are what they were', async () => {
    const order = dice(11)
    for (let round = 0; round < 5; round += 1) {
      const evening = evenings()
      const texts = Array.from({ length: 12 }, () => evening.next())
      // Some are changes of the one before, some of an earlier one.
      for (const [at, text] of texts.entries())
        await saveAs(log(), text, texts[Math.max(0, at - order.whole(1, 3))])
      const gone = new Set(texts.filter(() => order.chance(0.5)))
      for (const text of gone) await log().removeDocument(hash('sha256', text))
      await reopen()
      for (const text of texts)
        expect(await log().document(hash('sha256', text))).toBe(gone.has(text) ? null : text)
    }
    expect(await log().verify()).toMatchObject({ ok: true })
  })
}

/** A text that goes on from evening to evening: a line more, one changed, one gone, one moved. */
export function evenings() {
  rounds += 1
  const lines = Array.from({ length: 40 }, (_, at) => `line ${at} of ${rounds}`)
  let evening = 0
  return {
    next: () => {
      evening += 1
      lines.splice(evening % lines.length, 1, `LX ${evening}`, 'a bell')
      lines.push(lines.shift() ?? '')
      if (evening % 3 === 0) lines.splice((evening * 7) % lines.length, 1)
      return lines.join('\n')
    },
  }
}
let rounds = 0

export async function saveAs(log: Log, text: string, before = ''): Promise<void> {
  const change = changeBetween(before.split('\n'), text.split('\n'))
  const [own, base] = [hash('sha256', text), hash('sha256', before)]
  await log.saveChange({ hash: own, base, change }, async () => text)
}
