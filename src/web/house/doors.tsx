// Clearance for the act that goes up next, the doors, the bells, and the house back from the interval.

import { type Instant, later, seconds } from '../../core/kit/time.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { clearableAct, nextUpAt, phaseOf } from '../ui/phase.ts'
import styles from './house.module.css'
import type { Asked } from './house.tsx'

const c = classes(styles)

export function Clearance({ house, position, say }: Asked) {
  const { house: words } = useWords()
  const act = clearableAct(position)
  const given = house.clear.find((one) => one.act === act) ?? null
  const { kind } = phaseOf(position)
  return (
    <section className={c('part')} aria-labelledby="clearance">
      <h2 className={c('heading')} id="clearance">
        {words.clearance}
      </h2>
      {act === null ? (
        <p className={c('large', 'quiet')}>{kind === 'running' ? words.actIsUp : words.noMoreActs}</p>
      ) : (
        <>
          <p className={c('line', given !== null && 'clear')} role="status">
            {given === null
              ? words.notGiven({ act })
              : words.given({ act, clock: formatClock(given.at, position.timeZone, false) })}
          </p>
          <button
            type="button"
            className={c('button', 'large', given === null && 'asked')}
            onClick={() => say({ name: given === null ? 'house.clear' : 'house.withdraw', act })}
          >
            {given === null ? words.giveClearance({ act }) : words.takeClearanceBack}
          </button>
        </>
      )}
    </section>
  )
}

export function Doors(asked: Asked & { readonly now: Instant }) {
  const { house, position, say, now } = asked
  const { house: words } = useWords()
  const act = clearableAct(position)
  const clock = (at: Instant) => formatClock(at, position.timeZone, false)
  const open = house.openedAt !== null
  return (
    <section className={c('part')} aria-labelledby="doors">
      <h2 className={c('heading')} id="doors">
        {words.doors}
      </h2>
      <div className={c('row')}>
        <p className={c('line')}>
          {house.openedAt === null ? words.shut : words.openSince({ clock: clock(house.openedAt) })}
        </p>
        <button
          type="button"
          className={c('button')}
          onClick={() => say({ name: 'house.open', open: !open })}
        >
          {open ? words.shutAgain : words.open}
        </button>
      </div>
      {act !== null && act !== position.running.acts[0]?.act ? <Back {...asked} act={act} /> : null}
      {act === null ? null : <Bells {...asked} act={act} now={now} />}
    </section>
  )
}

function Back({ house, position, say, act }: Asked & { readonly act: number }) {
  const { house: words } = useWords()
  const back = house.back.find((one) => one.act === act)
  return (
    <div className={c('row')}>
      <p className={c('line')}>
        {back ? words.backSince({ clock: formatClock(back.at, position.timeZone, false) }) : words.notBack}
      </p>
      {back ? null : (
        <button type="button" className={c('button')} onClick={() => say({ name: 'house.back', act })}>
          {words.back}
        </button>
      )}
    </div>
  )
}

function Bells({ house, position, say, act, now }: Asked & { readonly act: number; readonly now: Instant }) {
  const { house: words } = useWords()
  const clock = (at: Instant) => formatClock(at, position.timeZone, false)
  const upAt = nextUpAt(position, act, now)
  return (
    <div className={c('bells')}>
      {house.bells.map((bell) => {
        const given = bell.given.find((one) => one.act === act)
        return (
          <button
            key={bell.id}
            type="button"
            className={c('button', 'bell', given !== undefined && 'done')}
            aria-pressed={given !== undefined}
            onClick={() => (given ? undefined : say({ name: 'house.bell', bell: bell.id, act }))}
          >
            {bell.words}
            <span className={c('small')}>
              {given
                ? words.bellGiven({ clock: clock(given.at) })
                : words.bellAt({ clock: clock(later(upAt, seconds(-bell.secondsBeforeUp))) })}
            </span>
          </button>
        )
      })}
    </div>
  )
}
