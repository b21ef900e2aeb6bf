// The report by the house's own mail server: entered, tried with a test message, and sent, each on a press.

import { createHash } from 'node:crypto'
import { type ListedRole, listedRoles, type ReportSection, sectionsFor } from '../../core/disclosure/lists.ts'
import { type DeviceId, may, type RoleName, type Viewer } from '../../core/disclosure/policy.ts'
import { incidentFiled } from '../../core/incident/filed.ts'
import type { Incident } from '../../core/incident/incident.ts'
import { id } from '../../core/kit/ids.ts'
import { accepted, type Result, refused } from '../../core/kit/result.ts'
import { reportByList } from '../../core/night/listed-report.ts'
import { reportFor } from '../../core/night/view.ts'
import type { Report } from '../../core/paperwork/report.ts'
import { reportLetter, reportSubject } from '../../letters/report.ts'
import { speechOf } from '../../letters/speech.ts'
import {
  type PostLetters,
  type PostSettings,
  type PostTold,
  postAsks,
  type Recipient,
} from '../../wire/post.ts'
import type { EarlierNight } from '../hub/earlier.ts'
import type { Stage } from '../hub/stage.ts'
import type { Enclosed, Post } from '../post/post.ts'
import { taking } from './asked.ts'
import { type Deed, type Deeds, type OfficeAnswer, type OfficeRequest, refuse, said } from './deeds.ts'

/** What was written down of incidents: the report says that something was, and no more. */
type Filed = { readonly all: (drill: boolean) => readonly Incident[] }
export type PostDesk = { readonly stage: Stage; readonly post: Post; readonly incidents: Filed }

export const postDeeds = ({ stage, post, incidents }: PostDesk): Deeds =>
  new Map<string, Deed>([
    ['/api/office/post', { method: 'GET', takes: 'json', bytesMax: 0, run: ours(() => told(stage, post)) }],
    [
      '/api/office/post-settings',
      taking(postAsks['post-settings'], (request, { settings, password }) =>
        ours(() => keep(stage, post, settings, password))(request),
      ),
    ],
    [
      '/api/office/post-test',
      taking(postAsks['post-test'], (request, { to }) => ours(() => sendTest(stage, post, to))(request)),
    ],
    [
      '/api/office/post-send',
      taking(postAsks['post-send'], (request, asked) =>
        ours(() => sendReport({ stage, post, incidents }, asked))(request),
      ),
    ],
    [
      '/api/office/post-read',
      taking(postAsks['post-read'], (request, { performance, list }) =>
        ours(() =>
          list ? readList(stage, performance, list) : readLetters({ stage, post, incidents }, performance),
        )(request),
      ),
    ],
  ])

type Run = (request: OfficeRequest) => OfficeAnswer | Promise<OfficeAnswer>

const ours =
  (run: () => OfficeAnswer | Promise<OfficeAnswer>): Run =>
  ({ viewer }) =>
    may(viewer, 'post the report')
      ? run()
      : { ...refuse('not-yours', 'A stage manager sends the report.'), status: 403 }

function keep(stage: Stage, post: Post, settings: PostSettings, password: string | null): OfficeAnswer {
  // In the clear anybody in the same Wi-Fi reads along.
  if (settings.security === 'none' && (settings.user !== '' || (password ?? '') !== ''))
    return refuse(
      'clear',
      'A user and a password are sent over TLS only. Choose TLS or STARTTLS, or leave both empty.',
    )
  const twice = settings.recipients.find(
    (one, at) => settings.recipients.findIndex(({ address }) => address === one.address) !== at,
  )
  if (twice) return refuse('twice', `${twice.address} stands in the list twice.`)
  const unlisted = settings.recipients.find((one) => !isRightList(one))
  if (unlisted)
    return refuse('sections', `${unlisted.address}: choose which sections of the report they get.`)
  post.keep(settings, password)
  return told(stage, post)
}

/** Only whoever gets a report by list has one, and nothing is on it that may not be. */
function isRightList({ role, sections = [] }: Recipient): boolean {
  if (!isListed(role)) return sections.length === 0
  return sections.length > 0 && sections.every((one) => sectionsFor(role).includes(one))
}

function sendTest(stage: Stage, post: Post, to: string): OfficeAnswer {
  const words = speechOf(stage.night()?.plan.show.country ?? 'GB').words.post
  return sent(stage, post, null, [{ to: [to], subject: words.testSubject, text: words.testText }])
}

async function sendReport(
  desk: PostDesk,
  { performance, read }: { readonly performance: number; readonly read?: string | undefined },
): Promise<OfficeAnswer> {
  const { stage, post } = desk
  const written = await lettersOf(desk, performance)
  if (!written.ok) return refuse(written.refusal.code, written.refusal.sentence)
  const byList = (post.settings()?.recipients ?? []).some(({ role }) => isListed(role))
  if (byList && read !== markOf(written.value))
    return refuse(
      'read-first',
      'Read first what is sent: a producer or a director gets it, and it is not what you read last.',
    )
  return sent(stage, post, performance, written.value)
}

/** As they would be sent now, to be read before. */
async function readLetters(desk: PostDesk, performance: number): Promise<OfficeAnswer> {
  const written = await lettersOf(desk, performance)
  if (!written.ok) return refuse(written.refusal.code, written.refusal.sentence)
  const told: PostLetters = { read: markOf(written.value), letters: written.value }
  return said(told)
}

type List = { readonly role: ListedRole; readonly sections: readonly ReportSection[] }

/** One list by itself, to be read and kept as a file: for that no mail server is needed. */
async function readList(stage: Stage, performance: number, list: List): Promise<OfficeAnswer> {
  const night = await stage.earlier(performance)
  if (!night) return refuse('no-such-performance', 'There is no such performance.')
  if (!isRightList({ address: '', role: list.role, sections: [...list.sections] }))
    return refuse('sections', 'First choose which sections of the report they get.')
  const report = reportByList(night.plan, night.state, list.role, list.sections)
  if (!report) return refuse('no-report', 'There is no report of that performance yet.')
  const speech = speechOf(night.plan.show.country)
  const letters = [{ to: [], subject: reportSubject(report, speech), text: reportLetter(report, speech) }]
  const told: PostLetters = { read: markOf(letters), letters }
  return said(told)
}

const markOf = (letters: readonly Enclosed[]): string =>
  createHash('sha256').update(JSON.stringify(letters)).digest('base64url')

/** One for all who get the same. */
async function lettersOf(
  { stage, post, incidents }: PostDesk,
  number: number,
): Promise<Result<readonly Enclosed[]>> {
  const settings = post.settings()
  const night = await stage.earlier(number)
  if (!night) return refused('no-such-performance', 'There is no such performance.')
  if (settings === null) return refused('nothing-entered', 'Enter the mail server first.')
  if (settings.recipients.length === 0) return refused('nobody', 'Say first who gets the report.')
  const speech = speechOf(night.plan.show.country)
  const copies = new Map<string, Recipient[]>()
  for (const one of settings.recipients) {
    const copy = `${one.role} ${(one.sections ?? []).toSorted().join(' ')}`
    copies.set(copy, [...(copies.get(copy) ?? []), one])
  }
  const letters = [...copies.values()].flatMap((those): readonly Enclosed[] => {
    const [first] = those
    const report = first && filedIn(reportOf(night, first), first, incidents)
    const to = those.map(({ address }) => address)
    return report ? [{ to, subject: reportSubject(report, speech), text: reportLetter(report, speech) }] : []
  })
  return letters.length === 0
    ? refused('no-report', 'There is no report of that performance yet.')
    : accepted(letters)
}

const isListed = (role: RoleName): role is ListedRole => listedRoles.some((one) => one === role)

const reportOf = ({ plan, state }: EarlierNight, { role, sections }: Recipient): Report | null =>
  isListed(role) ? reportByList(plan, state, role, sections ?? []) : reportFor(plan, state, recipient(role))

/** Whoever gets chosen sections by list gets those and nothing beside them. */
const filedIn = (report: Report | null, { role }: Recipient, incidents: Filed): Report | null =>
  report && !isListed(role) && incidentFiled(incidents.all(false), report)
    ? { ...report, incidentFiled: true }
    : report

/** Somebody outside with this role: what the table gives it, and nothing of anybody's own. */
const recipient = (role: RoleName): Viewer => ({
  device: id<'device'>('post') satisfies DeviceId,
  roles: [role],
  person: null,
  department: null,
  place: null,
})

const told = (stage: Stage, post: Post): OfficeAnswer => {
  const line: PostTold = { ...post.told(), tonight: stage.night()?.performance.number ?? null }
  return said(line)
}

const sent = (
  stage: Stage,
  post: Post,
  performance: number | null,
  letters: readonly Enclosed[],
): OfficeAnswer =>
  post.send(performance, letters)
    ? told(stage, post)
    : refuse(
        'not-now',
        post.settings() === null
          ? 'Enter the mail server first.'
          : 'A mail is on its way already: wait until it is told what came of it.',
      )
