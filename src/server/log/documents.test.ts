// Documents as they lie in the file: how many whole, what is left of one that was removed, and who finds a wrong letter.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import { textHash } from './chain.ts'
import { evenings, saveAs } from './documents.contract.ts'
import { openNodeDriver } from './driver.ts'
import { exportStream } from './export.ts'
import { DOCUMENT_CHANGES_MAX } from './log.ts'
import { rewrite } from './rewrite.ts'
import { MIGRATIONS, prepareFile } from './schema.ts'
import { verifyFile } from './side.ts'
import { openSqliteLog } from './sqlite.ts'

let folder = ''
let files = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-documents-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
const freshFile = () => {
  files += 1
  return join(folder, `log-${files}.db`)
}

type Count = { readonly wholes: number; readonly all: number; readonly letters: number }

function counted(file: string): Count {
  const database = new DatabaseSync(file, { readOnly: true })
  const row = database
    .prepare(
      `SELECT count(*) AS "all", sum(length(d.text)) AS letters, sum(b.hash IS NULL) AS wholes
       FROM document d LEFT JOIN document_base b ON b.hash = d.hash`,
    )
    .get()
  database.close()
  // As at the edge: three sums.
  return row as unknown as Count
}

test('LOG-28: after DOCUMENT_CHANGES_MAX changes one is kept whole; the others are as long as what is new in them', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file })
  const scene = Array.from({ length: 2_000 }, (_, at) => `line ${at}: the tide is out tonight`)
  let text = scene.join('\n')
  await log.saveDocument(text)
  for (let edit = 1; edit <= DOCUMENT_CHANGES_MAX + 1; edit += 1) {
    scene[edit * 7] = `LX ${edit}`
    await saveAs(log, scene.join('\n'), text)
    text = scene.join('\n')
    const { all, wholes } = counted(file)
    expect([all, wholes]).toEqual([edit + 1, edit <= DOCUMENT_CHANGES_MAX ? 1 : 2])
  }
  // Two of them are whole; a hundred are a line and where it stands.
  expect(counted(file).letters).toBeLessThan(2 * text.length * 1.1 + DOCUMENT_CHANGES_MAX * 60)
  await log.close()
})

test('LOG-28: of a document that was removed no word is left, also where others were changes of it', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file })
  const [one, two, three] = ['a\nb\nc', 'a\nOldacre\nc\nPell', 'a\nb\nc\nPell']
  await log.saveDocument(one)
  await saveAs(log, two, one)
  await saveAs(log, three, two)
  await log.removeDocument(textHash(two))
  for (const name of readdirSync(folder).filter((each) => file.endsWith(each.replace(/-(wal|shm)$/, ''))))
    expect(readFileSync(join(folder, name), 'latin1')).not.toContain('Oldacre')
  expect(await log.document(textHash(three))).toBe(three)
  expect(counted(file)).toMatchObject({ all: 2, wholes: 1 })
  await log.close()
})

test('LOG-28: a wrong letter is found in whatever is made of it, and is never served; the file written anew has the rest', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file })
  const evening = evenings()
  const texts = Array.from({ length: 4 }, () => evening.next())
  for (const [at, text] of texts.entries()) await saveAs(log, text, texts[at - 1])
  await log.close()
  const hashes = texts.map(textHash)
  const database = new DatabaseSync(file)
  database
    .prepare(`UPDATE document SET text = replace(text, 'LX 3', 'LX 8') WHERE hash = ?`)
    .run(hashes[2] ?? '')
  database.close()
  expect(await verifyFile(file)).toMatchObject({ ok: false, firstBad: { stream: 'document' } })
  const target = freshFile()
  const source = openNodeDriver(file, true)
  rewrite(source, target)
  source.close()
  const again = await openSqliteLog({ file: target })
  const kept = await Promise.all(hashes.map((hash) => again.document(hash)))
  expect(kept.slice(0, 2)).toEqual(texts.slice(0, 2))
  expect(kept[2]).toBeNull()
  expect(await again.verify()).toMatchObject({ ok: true })
  await again.close()
})

test('LOG-28: a file of the form before is verified as it is, and opened with what lies in it', async () => {
  const file = freshFile()
  const driver = openNodeDriver(file)
  prepareFile(driver, MIGRATIONS.slice(0, 1))
  driver.run('INSERT INTO document (hash, text) VALUES (?, ?)', [textHash('as it was'), 'as it was'])
  driver.close()
  expect(await verifyFile(file)).toMatchObject({ ok: true })
  const log = await openSqliteLog({ file })
  expect(await log.document(textHash('as it was'))).toBe('as it was')
  await saveAs(log, 'as it is', 'as it was')
  expect(await log.document(textHash('as it is'))).toBe('as it is')
  await log.close()
})

test('LOG-23: a record that names many versions is exported with each, told as it is here', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file })
  const evening = evenings()
  const texts = Array.from({ length: 6 }, () => evening.next())
  for (const [at, text] of texts.entries()) await saveAs(log, text, texts[at - 1])
  await log.claim('tonight')
  // Not the first, which the second is a change of: that one is whole there.
  const events = texts.slice(1).map((text) => ({ type: 'show.taken', v: 1, body: { show: textHash(text) } }))
  const step = { stream: 'tonight', epoch: 1, expectSeq: 0, at: instant(1), by: 'dsm' }
  await log.append([{ ...step, command: 'c', events, answer: null }])
  const target = freshFile()
  expect(await exportStream(log, 'tonight', target)).toMatchObject({ documents: 5 })
  expect(counted(target)).toMatchObject({ all: 5, wholes: 1 })
  const copy = await openSqliteLog({ file: target })
  for (const text of texts.slice(1)) expect(await copy.document(textHash(text))).toBe(text)
  expect(await copy.verify()).toMatchObject({ ok: true })
  await copy.close()
  await log.close()
})
