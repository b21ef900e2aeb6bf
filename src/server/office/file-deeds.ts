// Files and the record, each with a button: what `ghostlight import`, `check`, `verify`, `export` and `report` do.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isWithoutCompany, withCompanyOf } from '../../core/editing/with-company.ts'
import { instant } from '../../core/kit/time.ts'
import { reportFor } from '../../core/night/view.ts'
import { performanceKinds } from '../../core/show/kinds.ts'
import type { Show } from '../../core/show/show.ts'
import { markedCsv, markedJson, markSheet, withoutCopyMark } from '../../formats/copy-mark.ts'
import type { Finding } from '../../formats/finding.ts'
import { listKinds } from '../../formats/sheet/columns.ts'
import { SHOW_FILE_BYTES_MAX } from '../../formats/show-file/limits.ts'
import { readShowFile, readWritten } from '../../formats/show-file/read.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'
import type { ExportsTold, FileRead, TableTold } from '../../wire/office.ts'
import type { Stage } from '../hub/stage.ts'
import { whoIs } from '../hub/who-is.ts'
import { exportStream } from '../log/export.ts'
import { verifyFile } from '../log/side.ts'
import { bookOf } from './book.ts'
import {
  type Deed,
  type Deeds,
  notDone,
  type OfficeAnswer,
  type OfficeRequest,
  refuse,
  said,
} from './deeds.ts'
import { markedFile } from './marked-file.ts'
import { isBusy } from './show-deeds.ts'
import { sheetNameOf, showTable, showTableNames } from './show-tables.ts'
import type { UploadReader } from './upload-reader.ts'
import type { Uploaded } from './uploaded.ts'
import { isUp, whileDown } from './while-down.ts'

/** `file`: of the record. */
export function fileDeeds(stage: Stage, file: string, uploads: UploadReader): Deeds {
  const taking = (run: Deed['run']): Deed => ({
    method: 'POST',
    takes: 'file',
    bytesMax: SHOW_FILE_BYTES_MAX,
    run,
  })
  const giving = (run: Deed['run']): Deed => ({ method: 'GET', takes: 'json', bytesMax: 0, run })
  return new Map<string, Deed>([
    ['/api/office/file-read', taking((request) => whileDown(stage, () => readFile(uploads, request)))],
    ['/api/office/file-open', taking((request) => whileDown(stage, () => openFile(stage, uploads, request)))],
    ['/api/office/table-read', taking((request) => whileDown(stage, () => readTableFile(uploads, request)))],
    ['/api/office/show-file', giving(() => showFile(stage))],
    ['/api/office/table-file', giving(({ query }) => tableFile(stage, query))],
    ['/api/office/verify', giving(() => verify(stage, file))],
    ['/api/office/exports', giving(() => exportsTaken(stage))],
    [
      '/api/office/record-file',
      giving(({ query }) => whileDown(stage, () => recordFile(stage, file, query.get('performance')))),
    ],
    [
      '/api/office/report-file',
      giving(({ viewer, query }) => reportFile(stage, viewer, query.get('performance'))),
    ],
  ])
}

/** `?name=`: the file’s own; `sheet`, `head` and `as`: what somebody says of a list. */
export function uploadedIn({ body, bytes, query }: OfficeRequest): Uploaded {
  const name = (query.get('name') ?? '').slice(-80) || 'play'
  const head = Number(query.get('head') ?? Number.NaN)
  const as = listKinds.find((kind) => kind === query.get('as'))
  return {
    source: { name, bytes, text: body === '' && bytes.length > 0 ? null : body },
    asked: { sheet: query.get('sheet') ?? undefined, head: Number.isInteger(head) ? head : undefined, as },
  }
}

async function readFile(uploads: UploadReader, request: OfficeRequest): Promise<OfficeAnswer> {
  const file = await uploads.read(uploadedIn(request))
  if (!file.ok)
    return said({
      ok: false,
      kind: file.kind,
      findings: file.errors.map(plain),
      rows: file.rows ?? [],
    } satisfies FileRead)
  const { kind, title, counts, notes } = file
  return said({ ok: true, kind, title, counts, findings: notes.map(plain) } satisfies FileRead)
}

/** `?wanted=`: the list on whose page it was chosen. */
async function readTableFile(uploads: UploadReader, request: OfficeRequest): Promise<OfficeAnswer> {
  const { source } = uploadedIn(request)
  const read = await uploads.table({ source, wanted: sheetNameOf(request.query.get('wanted') ?? '') })
  return read.ok
    ? said({ text: read.text, sheet: read.sheet, others: read.others } satisfies TableTold)
    : refuse('file', read.errors[0]?.message ?? '', read.errors.map(plain))
}

const plain = ({ line, column, message }: Finding): Finding => ({ line, column, message })

/** `?curtain=`: when tonight's is; `?kind=`: what it is, a show where it does not say; `?keep=1`: under the open show’s company. */
async function openFile(stage: Stage, uploads: UploadReader, request: OfficeRequest): Promise<OfficeAnswer> {
  const busy = isBusy(stage)
  if (busy) return busy
  const curtainAt = Number(request.query.get('curtain') ?? Number.NaN)
  if (!Number.isSafeInteger(curtainAt)) return refuse('curtain', 'Say when the curtain goes up.')
  const file = await uploads.read(uploadedIn(request))
  if (!file.ok) return refuse('file', 'This file cannot be used as it is.', file.errors.map(plain))
  // Through the file's own reader once more: what the thread wrote of a play was not read here.
  const checked = file.kind === 'show' ? readShowFile(file.text) : readWritten(file.text)
  if (!checked.ok)
    return refuse('file', 'This does not make a show that can be opened.', checked.errors.map(plain))
  const kind = performanceKinds.find((one) => one === request.query.get('kind'))
  const before = request.query.get('keep') === '1' && file.kind !== 'show' ? await openShow(stage) : null
  const kept = before && isWithoutCompany(checked.show) ? withCompanyOf(checked.show, before) : null
  const answer = await stage.plan(
    // Who saved that copy is no part of the show.
    kept ? writeShowFile(kept) : withoutCopyMark(file.text),
    kept ?? checked.show,
    instant(curtainAt),
    request.viewer,
    undefined,
    kind,
  )
  return answer.ok ? said({ show: await bookOf(kept ?? checked.show, stage, request.now) }) : notDone(answer)
}

/** It goes on being the same show, whatever is opened under its company. */
async function openShow(stage: Stage): Promise<Show | null> {
  const show = await stage.published()
  return show ? { ...show, production: stage.installation.state().published?.production } : null
}

const nameOf = (title: string): string => title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'show'

async function showFile(stage: Stage): Promise<OfficeAnswer> {
  // Opened again, here or in another house, it is the same show, whatever it is called by then.
  const show = await openShow(stage)
  if (!show) return refuse('no-show', 'There is no show yet.')
  const file = writeShowFile(show)
  return {
    status: 200,
    file,
    signed: (words) => markedJson(file, words),
    name: `${nameOf(show.title)}.show.json`,
    type: 'application/json',
  }
}

/** `?table=`, `?as=csv|xlsx`; a workbook has all of them, and with `?only=` the one. */
async function tableFile(stage: Stage, query: URLSearchParams): Promise<OfficeAnswer> {
  const show = await stage.published()
  const table = showTableNames.find((name) => name === query.get('table'))
  if (!show || table === undefined) return refuse('no-show', 'There is no show yet.')
  const name = `${nameOf(show.title)}-${table}`
  // What packs a workbook is no part of a start.
  const { writeCsv, writeWorkbook } = await import('../../formats/sheet/write.ts')
  if (query.get('as') !== 'xlsx') return csvOf(writeCsv(showTable(show, table)), `${name}.csv`)
  // One list by itself is what is asked for on its own page.
  const lists = query.has('only') ? [table] : showTableNames
  const tables = lists.map((one) => showTable(show, one))
  const signed = (words: string) => Buffer.from(writeWorkbook([...tables, markSheet(words)]))
  return { status: 200, file: Buffer.from(writeWorkbook(tables)), signed, name: `${name}.xlsx`, type: XLSX }
}

const csvOf = (file: string, name: string): OfficeAnswer => ({
  ...{ status: 200, file, name, type: 'text/csv' },
  signed: (words) => markedCsv(file, words),
})

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Which copy who took when: the newest first, by name where the device is somebody’s. */
function exportsTaken(stage: Stage): OfficeAnswer {
  const { exports = [] } = stage.installation.state()
  const nameOf = (by: NonNullable<(typeof exports)[number]['by']>) => whoIs(stage, by)
  const lines = exports.map(({ number, what, at, by }) => ({ number, what, at, by: by && nameOf(by) }))
  return said({ exports: lines.toReversed() } satisfies ExportsTold)
}

async function verify(stage: Stage, file: string): Promise<OfficeAnswer> {
  if (isUp(stage))
    return refuse('running', 'An act is up. The record is checked between the acts and after the show.')
  const { performances, events, erased, ok, firstBad } = await verifyFile(file)
  const performance = stage.performances().find(({ id }) => id === firstBad?.stream)?.number ?? null
  return said({ ok, performances, events, erased, firstBad: firstBad && { ...firstBad, performance } })
}

/** A closed performance with its show, readable and checked by itself; the newest unless another is named. */
async function recordFile(stage: Stage, file: string, asked: string | null): Promise<OfficeAnswer> {
  const night = stage.night()
  const number = asked === null ? night?.performance.number : Number(asked)
  const performance = stage.performances().find((one) => one.number === number)
  const earlier = performance && (await stage.earlier(performance.number))
  if (!performance || !earlier) return refuse('no-such-performance', 'There is no such performance.')
  if (earlier.state.calling.closedAt === null)
    return refuse('not-closed', 'That performance is not closed yet: its record is still being written.')
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-export-'))
  try {
    const target = join(folder, 'performance.db')
    await exportStream({ file }, performance.id, target)
    const name = `${nameOf(performance.title)}-${performance.number}.ghostlight`
    const bytes = readFileSync(target)
    const signed = (words: string) => markedFile(bytes, words)
    return { status: 200, file: bytes, name, type: 'application/octet-stream', signed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reportFile(
  stage: Stage,
  viewer: OfficeRequest['viewer'],
  asked: string | null,
): Promise<OfficeAnswer> {
  const number = asked === null ? stage.night()?.performance.number : Number(asked)
  const night = number === undefined ? null : await stage.earlier(number)
  const report = night && reportFor(night.plan, night.state, viewer)
  if (!report) return refuse('no-such-performance', 'There is no such performance.')
  const name = `${nameOf(report.title)}-${report.number}-report.json`
  const file = JSON.stringify(report, null, 2)
  const signed = (words: string) => markedJson(file, words)
  return { status: 200, file, signed, name, type: 'application/json' }
}
