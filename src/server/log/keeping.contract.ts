// The part of the contract about what lies in the store: bytes, what is forgotten, what may be lost, how much fits.

import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from '../../core/kit/json.ts'
import { note, personal, type Stage } from './bench.contract.ts'
import { CHAIN_START, stateHash } from './chain.ts'
import {
  APPENDS_PER_CALL_MAX,
  DOCUMENT_BYTES_MAX,
  ERASE_SEQS_MAX,
  EVENT_BYTES_MAX,
  EVENTS_PER_APPEND_MAX,
  NAME_LENGTH_MAX,
  READ_LIMIT_MAX,
} from './log.ts'

export function bytes({ log, enter }: Stage): void {
  test('LOG-7: each hash covers the event and the hash before; anyone can compute it', async () => {
    const actor = await enter()
    const bodies = [{ b: 1, a: ['é', '\u0000', '\ud800', -0] }, [], 'text', null, 1e21]
    for (const body of bodies) await actor.add({ events: [note(body)] })
    let previous = CHAIN_START
    for (const { detail, hash: told, ...event } of await log().read(actor.stream, 1, 10)) {
      expect(detail).toEqual({ state: 'none' })
      previous = hash('sha256', previous + canonical({ ...event, detail: null }))
      expect(told).toBe(previous)
    }
    expect((await log().head(actor.stream)).hash).toBe(previous)
  })
}

export function forgetting({ log, reopen, enter }: Stage): void {
  test('LOG-12: the personal part can be erased; the chain stays whole and says what was erased', async () => {
    const actor = await enter()
    await actor.add({ events: [personal({ where: 'wings' }), personal({ where: 'wings' }), note()] })
    const before = await log().verify()
    const erase = { ...actor.make(), seqs: [1], rule: 'thirty days' }
    const outcome = await log().eraseDetail(erase)
    const body = { rule: 'thirty days', seqs: [1] }
    expect(outcome).toMatchObject({
      done: 'appended',
      events: [{ seq: 4, type: 'detail.erased', v: 1, body }],
    })
    await reopen()
    const read = await log().read(actor.stream, 1, 3)
    expect(read.map(({ detail }) => detail.state)).toEqual(['erased', 'kept', 'none'])
    expect(await log().verify()).toEqual({ ...before, events: before.events + 1, erased: before.erased + 1 })
    const told = { done: 'already', answer: { erased: 1 }, firstSeq: 4, lastSeq: 4 }
    expect(await log().eraseDetail(erase)).toEqual(told)
  })

  test('LOG-12: the same words are hashed differently each time, so that nobody finds them by guessing', async () => {
    const actor = await enter()
    await actor.add({ events: [personal('ill'), personal('ill'), personal('ill')] })
    await log().eraseDetail({ ...actor.make(), seqs: [1, 2, 3], rule: 'thirty days' })
    const hashes = (await log().read(actor.stream, 1, 3)).map(({ detail }) =>
      detail.state === 'erased' ? detail.hash : detail.state,
    )
    expect(new Set([...hashes, hash('sha256', '"ill"')]).size).toBe(4)
  })

  test('LOG-12: erasing takes the snapshots with it, and none from before comes back', async () => {
    const actor = await enter()
    await actor.add({ events: [personal('ill')] })
    const state = { said: 'ill' }
    const snapshot = { seq: 1, projector: 'night 1', hash: stateHash(state), state }
    await log().saveSnapshot(actor.stream, snapshot)
    expect(await log().snapshot(actor.stream, 'night 1')).toEqual(snapshot)
    await log().eraseDetail({ ...actor.make(), seqs: [1], rule: 'thirty days' })
    expect(await log().snapshot(actor.stream, 'night 1')).toBeNull()
    await log().saveSnapshot(actor.stream, snapshot)
    expect(await log().snapshot(actor.stream, 'night 1')).toBeNull()
  })

  test('LOG-12: only an erasure may say that something was erased, and only of what is there', async () => {
    const actor = await enter()
    await actor.add({ events: [personal('ill')] })
    const forged = actor.make({ events: [{ type: 'detail.erased', v: 1, body: { rule: 'x', seqs: [1] } }] })
    await expect(log().append([forged])).rejects.toThrow('only eraseDetail')
    for (const seqs of [[], [0], [2], [1.5]]) {
      await expect(log().eraseDetail({ ...actor.make(), seqs, rule: 'x' })).rejects.toThrow(
        'an erasure names',
      )
    }
    expect(await log().eraseDetail({ ...actor.make({ expectSeq: 9 }), seqs: [9], rule: 'x' })).toEqual({
      done: 'conflict',
      head: 1,
    })
  })
}

export function caches({ log, reopen, enter }: Stage): void {
  const snapshot = (seq: number, state: string, projector = 'night 1') => ({
    ...{ seq, projector, state, hash: stateHash(state) },
  })
  test('LOG-10: of each projector the newest snapshot is kept', async () => {
    const actor = await enter()
    for (let i = 0; i < 3; i += 1) await actor.add()
    expect(await log().snapshot(actor.stream, 'night 1')).toBeNull()
    await log().saveSnapshot(actor.stream, snapshot(2, 'two'))
    await log().saveSnapshot(actor.stream, snapshot(1, 'one'))
    await log().saveSnapshot(actor.stream, snapshot(3, 'other', 'night 2'))
    await reopen()
    expect(await log().snapshot(actor.stream, 'night 1')).toEqual(snapshot(2, 'two'))
    expect(await log().snapshot(actor.stream, 'night 2')).toEqual(snapshot(3, 'other', 'night 2'))
    await log().saveSnapshot(actor.stream, snapshot(3, 'three'))
    expect((await log().snapshot(actor.stream, 'night 1'))?.state).toBe('three')
  })

  test('LOG-10: a snapshot with a wrong hash is as good as none; one of the future is a mistake', async () => {
    const actor = await enter()
    await actor.add()
    await log().saveSnapshot(actor.stream, { ...snapshot(1, 'one'), hash: stateHash('another') })
    expect(await log().snapshot(actor.stream, 'night 1')).toBeNull()
    await expect(log().saveSnapshot(actor.stream, snapshot(2, 'two'))).rejects.toThrow(
      'events that are there',
    )
  })

  test('LOG-22: a document is found under the hash of its text; the same text twice is once', async () => {
    const text = `The Tempest, as planned: ${'ø'.repeat(100_000)}`
    const found = await log().saveDocument(text)
    expect(found).toBe(hash('sha256', text))
    expect(await log().saveDocument(text)).toBe(found)
    await reopen()
    expect(await log().document(found)).toBe(text)
    expect(await log().document(hash('sha256', 'never saved'))).toBeNull()
  })

  test('LOG-27: a document that was removed is gone, also after a restart; the others are there, and nothing is damaged', async () => {
    const [one, other] = [await log().saveDocument('with a name'), await log().saveDocument('without one')]
    await log().removeDocument(one)
    await log().removeDocument(one)
    await reopen()
    expect([await log().document(one), await log().document(other)]).toEqual([null, 'without one'])
    await log().compact()
    expect([await log().document(one), await log().document(other)]).toEqual([null, 'without one'])
    expect(await log().verify()).toMatchObject({ ok: true })
  })
}

export function bounds({ log, enter }: Stage): void {
  test('LOG-20: an entry of EVENT_BYTES_MAX is kept, a larger one is not, and says so', async () => {
    const actor = await enter()
    // Two bytes each in UTF-8, and the quotes.
    const largest = 'ø'.repeat((EVENT_BYTES_MAX - 4) / 2)
    await actor.add({ events: [{ ...note(largest), detail: '' }] })
    const fits = actor.make()
    const outcomes = await log().append([actor.make({ events: [personal(largest)] }), fits])
    expect(outcomes).toMatchObject([{ done: 'failed' }, { done: 'appended' }])
    expect(outcomes[0]).toMatchObject({ sentence: 'This entry was not kept: it is larger than 256 KB.' })
    actor.seq += 1
    const answer = 'x'.repeat(EVENT_BYTES_MAX - 1)
    expect(await log().append([actor.make({ answer })])).toMatchObject([{ done: 'failed' }])
    await actor.add({ answer: answer.slice(1) })
  })

  test('LOG-20: APPENDS_PER_CALL_MAX appends and EVENTS_PER_APPEND_MAX events are taken, one more is a mistake', async () => {
    const actor = await enter()
    const events = Array.from({ length: EVENTS_PER_APPEND_MAX }, () => note())
    await actor.add({ events })
    await expect(actor.add({ events: [...events, note()] })).rejects.toThrow('EVENTS_PER_APPEND_MAX')
    const appends = Array.from({ length: APPENDS_PER_CALL_MAX }, (_, i) =>
      actor.make({ expectSeq: actor.seq + i }),
    )
    const outcomes = await log().append(appends)
    expect(new Set(outcomes.map(({ done }) => done))).toEqual(new Set(['appended']))
    actor.seq += APPENDS_PER_CALL_MAX
    await expect(log().append([...appends, actor.make()])).rejects.toThrow('APPENDS_PER_CALL_MAX')
    expect((await log().head(actor.stream)).seq).toBe(actor.seq)
  })

  test('LOG-20: one read gives READ_LIMIT_MAX events at most, and may not ask for more', async () => {
    const actor = await enter()
    const events = Array.from({ length: EVENTS_PER_APPEND_MAX }, () => note())
    for (let i = 0; i <= READ_LIMIT_MAX; i += EVENTS_PER_APPEND_MAX) await actor.add({ events })
    expect(await log().read(actor.stream, 1, READ_LIMIT_MAX)).toHaveLength(READ_LIMIT_MAX)
    await expect(log().read(actor.stream, 1, READ_LIMIT_MAX + 1)).rejects.toThrow('READ_LIMIT_MAX')
    await expect(log().read(actor.stream, 0, 1)).rejects.toThrow('from 1')
    const seqs = Array.from({ length: ERASE_SEQS_MAX }, (_, i) => i + 1)
    const erase = { ...actor.make(), rule: 'thirty days' }
    await expect(log().eraseDetail({ ...erase, seqs: [...seqs, 1] })).rejects.toThrow('ERASE_SEQS_MAX')
    expect(await log().eraseDetail({ ...erase, seqs })).toMatchObject({ done: 'appended' })
  })

  test('LOG-20: names are plain and of NAME_LENGTH_MAX characters at most', async () => {
    const actor = await enter()
    await actor.add({ command: 'c'.repeat(NAME_LENGTH_MAX), by: 'ø' })
    for (const by of ['', 'x'.repeat(NAME_LENGTH_MAX + 1), 'a\u0000b', '\ud800']) {
      await expect(actor.add({ by })).rejects.toThrow('an author')
      await expect(log().claim(by)).rejects.toThrow('a stream')
    }
  })

  test('LOG-20: a document of DOCUMENT_BYTES_MAX is kept, a larger one is a mistake', async () => {
    const largest = 'x'.repeat(DOCUMENT_BYTES_MAX)
    const found = await log().saveDocument(largest)
    expect((await log().document(found))?.length).toBe(DOCUMENT_BYTES_MAX)
    await expect(log().saveDocument(`${largest}x`)).rejects.toThrow('DOCUMENT_BYTES_MAX')
    await expect(log().saveDocument('\ud800')).rejects.toThrow('plain text')
  })
}

export function damage({ log, tamper, enter }: Stage): void {
  for (const what of ['body', 'detail', 'author'] as const) {
    test(`LOG-7: a changed ${what} is found by verification and never served`, async () => {
      const actor = await enter()
      for (let i = 0; i < 5; i += 1) await actor.add({ events: [personal('in the wings')] })
      const sound = await enter()
      await sound.add()
      await tamper(actor.stream, 3, what)
      const damaged = { name: 'LogDamaged', stream: actor.stream, seq: 3 }
      await expect(log().read(actor.stream, 1, 10)).rejects.toMatchObject(damaged)
      await expect(log().read(actor.stream, 3, 1)).rejects.toMatchObject(damaged)
      expect(await log().read(actor.stream, 4, 10)).toHaveLength(2)
      expect(await log().read(sound.stream, 1, 10)).toHaveLength(1)
      const { ok, firstBad } = await log().verify()
      expect(ok).toBe(false)
      expect(firstBad).toMatchObject({ what: expect.any(String) })
    })
  }
}
