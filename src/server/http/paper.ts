// Everything that is read as paper, as data: reports of every performance, run sheets, the show's times.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { sees } from '../../core/disclosure/policy.ts'
import { incidentFiled } from '../../core/incident/filed.ts'
import type { Instant } from '../../core/kit/time.ts'
import { coveredPaper } from '../../core/night/covered.ts'
import { reportFor, runSheetFor, sheetDepartments, signInSheetFor } from '../../core/night/view.ts'
import { usualTimes } from '../../core/running/learned.ts'
import type { Clock } from '../clock/clock.ts'
import { coveredBefore } from '../hub/covered.ts'
import type { EarlierNight } from '../hub/earlier.ts'
import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import { sheetsInSlices } from './sheet-slices.ts'

/** What a paper answers with; null where there is none for whoever asks. */
export type Paper = (
  stage: Stage,
  viewer: Viewer,
  asked: URLSearchParams,
  now: Instant,
  clock: Clock,
  incidents: Pick<Incidents, 'all'>,
) => Promise<object | null>

const turnOver = (clock: Clock) => new Promise<void>((go) => clock.after(0, go))

const tonight = (stage: Stage): EarlierNight | null => {
  const night = stage.night()
  return night && { plan: night.plan, state: night.owner.state() }
}

/** What a page is headed with where a night has no report that can be read. */
const ofTonight = (stage: Stage) => {
  const { title = '', timeZone = 'UTC' } = stage.night()?.plan.show ?? {}
  return { title, timeZone }
}

/** `?performance=`: one of the same show; tonight's without. */
const report: Paper = async (stage, viewer, asked, now, _clock, incidents) => {
  // Asked first: what is not theirs is not read for them.
  if (sees(viewer, 'report') === null) return null
  const number = asked.get('performance')
  const chosen = number === null ? tonight(stage) : await stage.earlier(Number(number))
  const written = chosen && reportFor(chosen.plan, chosen.state, viewer)
  const unreadable = stage.unreadable()
  const performances = stage
    .performances()
    .map(({ number: one, curtainAt }) => ({ number: one, curtainAt, unreadable: unreadable.includes(one) }))
    .toReversed()
  const listed = { writtenAt: now, performances }
  // That something was written down, and nothing of it: neither who it was nor what became of it.
  const filed = written && incidentFiled(incidents.all(false), written) ? { incidentFiled: true } : {}
  if (written) return { report: { ...written, ...filed }, ...listed }
  return unreadable.includes(Number(number)) ? { report: null, ...listed, ...ofTonight(stage) } : null
}

const runSheet: Paper = async (stage, viewer, asked, now) => {
  const night = tonight(stage)
  const sheet = night && runSheetFor(night.plan, night.state, viewer, asked.get('department'), now)
  return sheet && { sheet, writtenAt: now, departments: night && sheetDepartments(night.plan, viewer) }
}

/** Who is in, who has gone, who is left: tonight's. */
const signIn: Paper = async (stage, viewer, _asked, now) => {
  const night = tonight(stage)
  const sheet = night && signInSheetFor(night.plan, night.state, viewer)
  return sheet && { sheet, writtenAt: now }
}

/** Times are everybody's who reads any part of the report (PAPERWORK-9). */
const statistics: Paper = async (stage, viewer, _asked, now) => {
  const night = stage.night()
  if (!night || sees(viewer, 'report') === null) return null
  const { show, timeline } = night.plan
  const performances = await stage.played()
  return {
    writtenAt: now,
    title: show.title,
    timeZone: show.timeZone,
    items: timeline.items.map(({ id, code, title, act, kind, seconds }) => ({
      id,
      name: code === '' ? title : `${code} ${title}`,
      act,
      kind,
      seconds,
    })),
    acts: timeline.acts,
    usual: usualTimes(timeline, performances),
    unreadable: stage.unreadable(),
    // The oldest first, as they are plotted.
    performances: performances.toReversed(),
  }
}

/** Who covered what over the run, and who to put in: of those who plan. */
const covered: Paper = async (stage, viewer, _asked, now) => {
  const night = tonight(stage)
  if (!night || sees(viewer, 'plans') !== 'all') return null
  const paper = coveredPaper(night.plan, night.state, viewer, await coveredBefore(stage), now)
  return paper && { ...paper, writtenAt: now }
}

/** The sheets that are printed, as data: what the printed page says, it says too. */
const sheets: Paper = async (stage, viewer, asked, now, clock) => {
  const night = tonight(stage)
  const named = asked.getAll('sheet')
  const wanted = { viewer, asked: named.length === 0 ? null : named, now }
  const all = night && (await sheetsInSlices(night, wanted, () => turnOver(clock)))
  return all && all.length > 0 ? { sheets: all, writtenAt: now } : null
}

export const papers: ReadonlyMap<string, Paper> = new Map([
  ['/api/report', report],
  ['/api/run-sheet', runSheet],
  ['/api/statistics', statistics],
  ['/api/covered', covered],
  ['/api/sheets', sheets],
  ['/api/sign-in-sheet', signIn],
])
