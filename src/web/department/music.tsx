// What whoever conducts needs besides their cues: the number, whether the act may begin, and the bars to go round in.

import { expectedAt } from '../../core/calling/expected.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { Press } from '../link/presses.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { KeyHint, keepFocus } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { clearableAct, itemNow, itemWords, phaseOf } from '../ui/phase.ts'
import { mayVamp, vampFor, vampName, vampOf, vampOut } from '../ui/vamps.ts'
import { isCallLate, whenWords } from '../ui/words.ts'
import type { Asked } from './face.ts'
import styles from './music.module.css'
import { pressWords } from './press-words.ts'
import { useKeys } from './use-keys.ts'

const c = classes(styles)

export function Music({ asked }: { readonly asked: Asked }) {
  const { music } = useWords()
  const { position } = asked
  return (
    <section className={c('music')} aria-label={music.label}>
      <NumberNow position={position} />
      <Vamp position={position} />
    </section>
  )
}

/** The number that is played and the one after it; before an act, whether it may begin. */
function NumberNow({ position }: { readonly position: PositionSection }) {
  const { music } = useWords()
  const order = useSession((state) => state.sections.order)
  const item = phaseOf(position).kind === 'running' ? itemNow(position, order) : null
  const act = clearableAct(position)
  const next = order?.items.find(
    (one) => one.kind !== 'interval' && one.index > (item?.index ?? -1) && (act === null || one.act === act),
  )
  return (
    <div className={c('number')}>
      <p className={c('now')}>{item ? itemWords(item) : houseWords(position, act)}</p>
      <p className={c('then')}>
        <Live
          text={(now) =>
            [callWords(position, act, now), next ? music.thenItem({ item: itemWords(next) }) : '']
              .filter((one) => one)
              .join(' · ')
          }
        />
      </p>
    </div>
  )
}

/** Front of house's word, and no more than that. */
function houseWords({ houseClear }: PositionSection, act: number | null): string {
  if (act === null) return ''
  return houseClear.includes(act) ? words().music.houseClear({ act }) : words().music.houseNotClear
}

/** The next call of the act that comes, or the last once all are given: "beginners called 19:25". */
function callWords(
  { callsGiven, nextCall, timeZone }: PositionSection,
  act: number | null,
  now: Instant,
): string {
  if (act === null) return ''
  const { music } = words()
  if (nextCall !== null && isCallLate(now, nextCall.at)) return music.callNotGiven({ call: nextCall.words })
  if (nextCall !== null)
    return music.callAt({ call: nextCall.words, clock: formatClock(nextCall.at, timeZone, false) })
  const last = callsGiven.at(-1)
  return last ? music.callGiven({ call: last.words, clock: formatClock(last.at, timeZone, false) }) : ''
}

/** One touch says that the band goes round, one that it is out. */
function Vamp({ position }: { readonly position: PositionSection }) {
  const { music } = useWords()
  const sections = useSession((state) => state.sections)
  const presses = useSession((state) => state.presses)
  const link = useLink()
  const vamp = vampOf(sections)
  const may = vamp !== null && (vamp.since !== null || mayVamp(vamp.line, position))
  const say = () => {
    if (may) link.press({ name: vamp.since === null ? 'vamp.begin' : 'vamp.end', vamp: vamp.line.id })
  }
  useKeys({ v: say })
  if ((sections.vamps?.vamps.length ?? 0) === 0) return null
  if (vamp === null) return <p className={c('none')}>{music.noVamp}</p>
  const { line, since } = vamp
  const failed = failedWords(presses, line.id)
  return (
    <button
      type="button"
      className={c('vamp', since !== null && 'running')}
      aria-disabled={!may}
      onMouseDown={keepFocus}
      onClick={say}
    >
      <span className={c('what')}>
        {since === null ? music.begin({ vamp: vampName(line) }) : music.end({ vamp: vampName(line) })}
        <KeyHint>v</KeyHint>
      </span>
      <span className={c('how')}>
        {failed ?? vampOut(line)} ·{' '}
        <Live
          text={(now) =>
            since === null
              ? whenWords(now, expectedAt(position.running, line.at, now), position.timeZone)
              : vampFor(line, since, now)
          }
        />
      </span>
    </button>
  )
}

function failedWords(presses: readonly Press[], vamp: string): string | null {
  const { department: said } = words()
  const last = presses.findLast(({ command }) => 'vamp' in command && command.vamp === vamp)
  return pressWords(last, said)
}
