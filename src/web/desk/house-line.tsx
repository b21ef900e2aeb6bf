// The house in one line at the desk, and below it what front of house asks, answered in one press.

import { type HouseRequest, isWaiting } from '../../core/house/house.ts'
import type { HouseSection } from '../../core/night/house-section.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import { useLink } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import { clearableAct } from '../ui/phase.ts'
import styles from './house-line.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

/** Stands last above the notes, which give it room: no control moves when the house speaks. */
export function HouseLine({ desk }: { readonly desk: Desk }) {
  const { house, position } = desk.sections
  const { houseAtDesk } = useWords()
  if (!house || !position) return null
  const request = house.requests.find(isWaiting) ?? null
  return (
    <section className={c('house')} aria-label={houseAtDesk.label}>
      <p className={c('line')}>{stateWords(house, position)}</p>
      <div className={c('asked')} role="status">
        {request === null ? (
          <p className={c('quiet')}>{houseAtDesk.nothingAsked}</p>
        ) : (
          <Request request={request} answers={desk.rights.calls} />
        )}
      </div>
    </section>
  )
}

function stateWords(house: HouseSection, position: PositionSection): string {
  const { houseAtDesk: said } = words()
  const { openedAt, audience, waiting } = house
  const act = clearableAct(position)
  if (openedAt === null && audience === null && waiting === null) return said.silent
  const parts = [
    openedAt === null ? said.notOpen : said.open({ clock: formatClock(openedAt, position.timeZone, false) }),
    ...(audience === null ? [] : [said.inHouse({ number: audience.count })]),
    ...(waiting === null ? [] : [said.waiting({ number: waiting.count })]),
    ...(house.back.some((one) => one.act === act) ? [said.back] : []),
  ]
  return said.line({ parts: parts.join(' · ') })
}

function Request({ request, answers }: { readonly request: HouseRequest; readonly answers: boolean }) {
  const { houseAtDesk: said } = useWords()
  const link = useLink()
  const answer = (yes: boolean) => () => {
    link.press({ name: 'house.answer', request: request.request, yes })
  }
  return (
    <>
      <p className={c('request')}>{requestWords(request)}</p>
      {answers ? (
        <span className={c('answers')}>
          <Button small onClick={answer(true)}>
            {request.minutes === null ? said.willSpeak : said.agree({ minutes: request.minutes })}
          </Button>
          <Button small onClick={answer(false)}>
            {said.notNow}
          </Button>
        </span>
      ) : null}
    </>
  )
}

function requestWords({ act, minutes, why }: HouseRequest): string {
  const { houseAtDesk: said } = words()
  if (act !== null && minutes !== null) return said.asksWait({ act, minutes, why: why ?? '' })
  return why ? said.asksWordAbout({ why }) : said.asksWord
}
