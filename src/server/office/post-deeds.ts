// The report by the house's own mail server: entered, tried with a test message, and sent, each on a press.

import { type DeviceId, may, type RoleName, type Viewer } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { reportFor } from '../../core/night/view.ts'
import { reportLetter, reportSubject } from '../../letters/report.ts'
import { speechOf } from '../../letters/speech.ts'
import { type PostSettings, type PostTold, postAsks } from '../../wire/post.ts'
import type { Stage } from '../hub/stage.ts'
import type { Enclosed, Post } from '../post/post.ts'
import { taking } from './asked.ts'
import { type Deed, type Deeds, type OfficeAnswer, type OfficeRequest, refuse, said } from './deeds.ts'

export const postDeeds = (stage: Stage, post: Post): Deeds =>
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
      taking(postAsks['post-send'], (request, { performance }) =>
        ours(() => sendReport(stage, post, performance))(request),
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
  post.keep(settings, password)
  return told(stage, post)
}

function sendTest(stage: Stage, post: Post, to: string): OfficeAnswer {
  const words = speechOf(stage.night()?.plan.show.country ?? 'GB').words.post
  return sent(stage, post, null, [{ to: [to], subject: words.testSubject, text: words.testText }])
}

async function sendReport(stage: Stage, post: Post, number: number): Promise<OfficeAnswer> {
  const settings = post.settings()
  const night = await stage.earlier(number)
  if (!night) return refuse('no-such-performance', 'There is no such performance.')
  if (settings === null) return refuse('nothing-entered', 'Enter the mail server first.')
  if (settings.recipients.length === 0) return refuse('nobody', 'Say first who gets the report.')
  const { plan, state } = night
  const speech = speechOf(plan.show.country)
  const roles = [...new Set(settings.recipients.map(({ role }) => role))]
  const letters = roles.flatMap((role): readonly Enclosed[] => {
    const report = reportFor(plan, state, recipient(role))
    const to = settings.recipients.filter((one) => one.role === role).map(({ address }) => address)
    return report ? [{ to, subject: reportSubject(report, speech), text: reportLetter(report, speech) }] : []
  })
  if (letters.length === 0) return refuse('no-report', 'There is no report of that performance yet.')
  return sent(stage, post, number, letters)
}

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
