// One department's screen: am I standing by?

import { id } from '../../core/kit/ids.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { MomentLine, PositionSection } from '../../core/night/sections.ts'
import type { DepartmentId } from '../../core/show/show.ts'
import type { Press } from '../link/presses.ts'
import { showTime, useLink, useNothingOpen, useSession, useStale } from '../link/store.ts'
import { DepartmentPlan } from '../plan/own-plan.tsx'
import { Asks } from '../seen/ask.tsx'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { LackLine } from '../ui/lack-line.tsx'
import { Clock } from '../ui/live.tsx'
import { cueWhen, isHeld, positionWords } from '../ui/phase.ts'
import { Sign } from '../ui/signs.tsx'
import { useEverySecond } from '../ui/ticker.ts'
import { useWakeLock } from '../ui/wake.ts'
import { WithoutDesk } from '../ui/without-desk.tsx'
import styles from './department.module.css'
import {
  type Asked,
  afterFace,
  cuesOf,
  type Face,
  faceName,
  faceOf,
  isWarned,
  offWords,
  unanswered,
} from './face.ts'
import { Microphones } from './microphones.tsx'
import { Music } from './music.tsx'
import { OwnWords } from './own-words.tsx'
import { useTouch } from './use-touch.ts'

const c = classes(styles)

export function DepartmentScreen() {
  useEverySecond()
  useWakeLock()
  const said = useWords().department
  const { frame } = useWords()
  const link = useLink()
  const { position, cues, calling, order } = useSession((state) => state.sections)
  const viewer = useSession((state) => state.viewer)
  const stale = useStale()
  const nothingOpen = useNothingOpen()
  const now = showTime(link)
  const department = viewer?.department ? id<'department'>(viewer.department) : null
  const hasCues = cues !== undefined && calling !== undefined
  const lacks = lackWords(department, hasCues, nothingOpen ? null : position)
  if (lacks !== null || !position || !cues || !calling || department === null || now === null) {
    return <p className={c('lacks')}>{lacks ?? frame.waiting}</p>
  }
  const asked: Asked = { cues, calling, position, department, now }
  const face = faceOf(asked)
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{cues.departments.find((one) => one.id === department)?.name ?? ''}</h1>
        <span className={c('position')}>{positionWords(position, order, now)}</span>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Freshness />
      </header>
      <main className={c('main')}>
        <FaceArea face={face} asked={asked} />
      </main>
      <LackLine of={['cues', 'order']} />
      {viewer?.roles.includes('MD') ? <Music asked={asked} /> : null}
      <OwnWords asked={asked} standing={face.kind === 'standby'} />
      <Below asked={asked} face={face} />
      <Microphones now={now} />
      <footer className={c('foot')}>
        <WithoutDesk />
        <Display sizes />
        <a className={c('paper')} href="/run-sheet" target="_blank" rel="noreferrer">
          {said.runSheet}
        </a>
      </footer>
      <div className="at-foot">
        <IncidentCard />
      </div>
    </div>
  )
}

/** What comes after; in its kept place what is asked of whoever has this screen, so that the face never moves. */
function Below({ asked, face }: { readonly asked: Asked; readonly face: Face }) {
  const said = useWords().department
  const asks = useSession((state) => state.sections.asks)
  const { cues, calling, position, now } = asked
  const isAsked = asks !== undefined && (asks.asks.length > 0 || asks.said !== undefined)
  return (
    <div className={c('below', asks !== undefined && 'kept')}>
      {asks === undefined ? null : <Asks now={now} zone={position.timeZone} always="line" />}
      <ol className={c('after')} aria-label={said.afterThat} hidden={isAsked && asks.asks.length > 0}>
        {afterFace(face, cues, calling).map((moment) => (
          <After
            key={moment.id}
            moment={moment}
            cut={calling.cut.includes(moment.index)}
            position={position}
            now={now}
          />
        ))}
      </ol>
      <DepartmentPlan />
    </div>
  )
}

function lackWords(
  department: DepartmentId | null,
  hasCues: boolean,
  position: PositionSection | null | undefined,
): string | null {
  const { frame, department: said } = words()
  if (position === null) return frame.nothingOpen
  if (department === null) return said.noDepartment
  return hasCues || position === undefined ? null : said.noCues
}

/** The whole area is the button: in the dark nobody aims. */
function FaceArea({ face, asked }: { readonly face: Face; readonly asked: Asked }) {
  const { signs } = useWords()
  const { cues, calling, position, department } = asked
  const link = useLink()
  const open = unanswered(calling, cues, department)
  const presses = useSession((state) => state.presses)
  const touch = () => {
    for (const moment of open) {
      link.press({ name: 'standby.acknowledge', moment: moment.id, department, channel: 'screen' })
    }
  }
  useTouch(touch)
  const press = face.kind === 'standby' ? pressFor(presses, face.moment) : null
  return (
    <button
      type="button"
      className={c('face', face.kind, press !== null && 'touched')}
      onClick={touch}
      aria-live="polite"
    >
      <span className={c('signs')}>
        <FaceSign face={face} asked={asked} />
        {isHeld(position) ? <Sign kind="hold" word={signs.hold} /> : null}
      </span>
      <FaceWords face={face} asked={asked} press={press} />
    </button>
  )
}

const pressFor = (presses: readonly Press[], moment: MomentLine): Press | null =>
  presses.findLast(({ command }) => command.name === 'standby.acknowledge' && command.moment === moment.id) ??
  null

function FaceSign({ face, asked }: { readonly face: Face; readonly asked: Asked }) {
  const { signs, where, tech, department: said } = useWords()
  const { position, now } = asked
  switch (face.kind) {
    case 'standby':
      return <Sign kind="standby" word={signs.standby} />
    case 'go':
      return <Sign kind="go" word={signs.go} />
    case 'next':
      if (face.stepped === null && face.turned === null && isWarned(position, face.moment, now))
        return <span className={c('warned')}>{said.warning}</span>
      return (
        <span className={c('dim')}>
          {face.stepped
            ? steppedWords(face.stepped, position.timeZone)
            : face.turned
              ? tech.turned({ cue: faceName(face.moment), back: face.turned.back })
              : said.next}
        </span>
      )
    case 'nothing-left':
      return <span className={c('dim')}>{said.noMore}</span>
    case 'closed':
      return <span className={c('dim')}>{where.closed}</span>
    default:
      return face satisfies never
  }
}

function FaceWords({
  face,
  asked,
  press,
}: {
  readonly face: Face
  readonly asked: Asked
  readonly press: Press | null
}) {
  const said = useWords().department
  const { position, now } = asked
  const zone = position.timeZone
  switch (face.kind) {
    case 'standby':
      return (
        <>
          <Cue moment={face.moment} />
          {face.others.length > 0 ? (
            <span className={c('others')}>{said.and({ cues: face.others.map(faceName).join(', ') })}</span>
          ) : null}
          <span className={c('answer')}>{answerWords(face, press, zone)}</span>
        </>
      )
    case 'go':
      return (
        <>
          <Cue moment={face.moment} />
          <span className={c('answer')}>{said.called({ clock: formatClock(face.at, zone) })}</span>
        </>
      )
    case 'next':
      return (
        <>
          <Cue moment={face.moment} />
          <span className={c('when')}>{cueWhen(position, face.moment.at, now)}</span>
        </>
      )
    case 'nothing-left':
    case 'closed':
      return null
    default:
      return face satisfies never
  }
}

const steppedWords = (
  { moment, at }: { readonly moment: MomentLine; readonly at: Instant },
  zone: string,
): string => words().department.stepped({ cue: faceName(moment), clock: formatClock(at, zone) })

function answerWords(
  { answeredAt }: { readonly answeredAt: Instant | null },
  press: Press | null,
  zone: string,
): string {
  const { department: said } = words()
  if (answeredAt !== null) return said.answered({ clock: formatClock(answeredAt, zone) })
  if (press === null) return said.touch
  const { outcome } = press
  if (outcome === null) return press.slow ? said.sendingAnswer : said.answering
  return outcome.kind === 'done' ? said.standingBy : said.answerFailed({ sentence: outcome.sentence })
}

function Cue({ moment }: { readonly moment: MomentLine }) {
  return (
    <>
      <span className={c('name')}>{faceName(moment)}</span>
      <span className={c('what')}>
        {cuesOf(moment)
          .map((cue) => cue.title)
          .join('; ')}
        <br />
        {offWords(moment)}
      </span>
    </>
  )
}

function After({
  moment,
  cut,
  position,
  now,
}: {
  readonly moment: MomentLine
  readonly cut: boolean
  readonly position: PositionSection
  readonly now: Instant
}) {
  const said = useWords().department
  return (
    <li className={c('row', cut && 'cut')}>
      <span className={c('number')}>{faceName(moment)}</span>
      <span className={c('title')}>
        {cut ? <strong className={c('cutWord')}>{said.cut} </strong> : null}
        {[moment.cues[0]?.title ?? moment.followers[0]?.title, offWords(moment)]
          .filter((one) => one)
          .join(' · ')}
      </span>
      <span className={c('time')}>{cut ? '' : cueWhen(position, moment.at, now)}</span>
    </li>
  )
}
