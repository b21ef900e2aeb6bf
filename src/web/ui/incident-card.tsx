// The card for when somebody is hurt, at the foot of every screen: the number first, then what to do, then where things are.

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { IncidentId } from '../../core/incident/record.ts'
import { mayEditShow } from '../../core/installation/screens.ts'
import { dayInWords, dayOf, isOverAYearOld } from '../../core/kit/day.ts'
import type { IncidentSection } from '../../core/night/incident-section.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import { approval, confirmation, emergencyNumber, type Word } from '../../core/show/help.ts'
import { keepDelivering } from '../incident/deliver.ts'
import { keepBringing } from '../incident/openings.ts'
import { ownShelf } from '../incident/own-shelf.ts'
import { isOpen, readKept } from '../incident/store.ts'
import { showTime, useLink, useSession } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { AskedLines, takeUp } from './asked-lines.tsx'
import { classes } from './classes.ts'
import { formatClock } from './clock.ts'
import { KeyHint } from './frame.tsx'
import styles from './incident-card.module.css'
import { QuietButton, QuietMark, useQuiet } from './quiet-help.tsx'
import { RaisedCard } from './raised-card.tsx'
import { type Raising, useHand } from './use-hand.ts'

const c = classes(styles)

/** With this at the end of the address it is open at once. */
const OPEN = '#incident'

/** By this key the desk raises it, from wherever the keys are. */
const KEY = 'F9'

/** `over`: opens over what stands above it, as the desk's other panels do, and moves nothing. */
export function IncidentCard({ over = false }: { readonly over?: boolean }) {
  const card = useSession((state) => state.sections.incident)
  const viewer = useSession((state) => state.viewer)
  const [raised, setRaised] = useState<{ readonly how: Raising | null } | null>(null)
  useDelivering()
  useKey(over, () => setRaised({ how: 'key' }))
  if (!card) return null
  const place = viewer?.name ?? null
  const back = () => setRaised(null)
  return (
    <>
      <AskedLines timeZone={card.timeZone} beside={over} open={() => setRaised({ how: null })} />
      <Details card={card} over={over} raise={(how) => setRaised({ how })} />
      {raised ? (
        <RaisedCard
          card={card}
          how={raised.how}
          {...{ place, back }}
          here={viewer?.place ?? null}
          beside={over}
        />
      ) : null}
    </>
  )
}

type Closed = {
  readonly card: IncidentSection
  readonly over: boolean
  readonly raise: (how: Raising | null) => void
}

/** One tap opens what is to be known; held, or tapped three times, somebody is down. */
function Details({ card, over, raise }: Closed) {
  const { incident: said, card: down } = useWords()
  const link = useLink()
  const hand = useHand(raise)
  const now = showTime(link)
  const today = now === null ? null : dayOf(now, card.timeZone)
  const confirmed = confirmation(card.help, today)
  const open = useOpen(card)
  const yours = useYours()
  const quiet = useQuiet()
  const tapped = (event: MouseEvent) => {
    // It goes on, and one tap leads back to it.
    if (!isOpen(readKept(ownShelf()), false, Date.now())) return
    event.preventDefault()
    raise(null)
  }
  return (
    <details className={c('card', over && 'over')} name="corner" open={location.hash === OPEN}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control of its own. */}
      <summary className={c('summary')} {...hand} onClick={tapped}>
        {yours || open ? (
          <span className={c('open')}>
            ◆ {yours ?? (open ? down.openAt(open) : '')}
            <QuietMark kept={quiet} />
          </span>
        ) : (
          <>
            {said.title}
            <span className={c('quiet')}>
              {over ? <KeyHint>{KEY}</KeyHint> : down.hold}
              {confirmed === null || confirmed.old ? ` · ${said.unconfirmed}` : null}
              <QuietMark kept={quiet} />
            </span>
          </>
        )}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch. */}
      <section className={c('body')} aria-label={said.title} tabIndex={0}>
        {open ? <OpenIts id={open.id} raise={raise} /> : null}
        {card.invented ? <p>{down.demo}</p> : <First card={card} />}
        <QuietButton kept={quiet} className={c('take')} />
        <Links />
        <Building card={card} today={today} />
        <Support card={card} today={today} />
      </section>
    </details>
  )
}

function Links() {
  const { rollCall, sealedNotes, notices } = useWords()
  const links = [
    ['/roll-call', rollCall.lead],
    ['/sealed', sealedNotes.link],
    ['/notices', notices.title],
  ] as const
  return links.map(([href, text]) => (
    <p key={href}>
      <a className={c('line')} href={href}>
        {text}
      </a>
    </p>
  ))
}

/** Gone on with, whoever raised it: what is touched on this device is written of it from now on. */
function OpenIts({ id, raise }: { readonly id: IncidentId; readonly raise: Closed['raise'] }) {
  const { card } = useWords()
  const opened = () => {
    takeUp(id)
    raise(null)
  }
  return (
    <button type="button" className={c('take')} onClick={opened}>
      {card.asks.open}
    </button>
  )
}

/** The newest incident of the house, for whoever is told of it. */
function useOpen({ timeZone }: IncidentSection) {
  const newest = useSession(({ sections }) => sections.incidents?.open[0] ?? null)
  if (newest === null) return null
  const { id, place, at, alike } = newest
  return { id, place: place ?? '', alike, clock: formatClock(at, timeZone, false) }
}

/** What this person has taken in it: the card is one tap away, and is of that incident. */
function useYours(): string | null {
  const { card } = useWords()
  const line = useSession(({ sections }) => sections.asked?.lines.find(({ has }) => has) ?? null)
  const yours = line && card.asks.yours({ what: card.asks.what[line.name] })
  return line?.drill ? `${card.asks.drill} ${yours}` : yours && `${yours} · ${card.asks.tap}`
}

/** What was written down while the house was not there goes to it, whatever screen is open. */
function useDelivering(): void {
  useEffect(() => keepDelivering(ownShelf(), () => undefined).end, [])
  useEffect(() => keepBringing(ownShelf()).end, [])
}

function useKey(is: boolean, raise: () => void): void {
  const latest = useRef(raise)
  latest.current = raise
  useEffect(() => {
    if (!is) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.repeat) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [is])
}

function First({ card: { help, country } }: { readonly card: IncidentSection }) {
  const { incident: said } = useWords()
  const number = emergencyNumber(help, country)
  return (
    <>
      {/* Pressed by a person, dialled by their telephone: nothing rings by itself. */}
      <a className={c('call')} href={`tel:${number.replaceAll(/[^\d+*#]/g, '')}`}>
        {said.call({ number })}
      </a>
      <p>
        {said.callHow} {said.tablet}
      </p>
      {help.outsideLine === undefined ? null : <p>{said.outside({ first: help.outsideLine, number })}</p>}
      <ol className={c('steps')}>
        <li>{said.cpr}</li>
        <li>{said.fetch}</li>
        <li>{said.door}</li>
      </ol>
    </>
  )
}

type Dated = { readonly card: IncidentSection; readonly today: string | null }

function Building({ card, today }: Dated) {
  const { incident: said, safety } = useWords()
  const { help, venue, address } = card
  const dead = [...card.noSignal, ...(help.deadSpots === undefined ? [] : [help.deadSpots])]
  const facts: readonly (readonly [string, string | undefined])[] = [
    [said.address, address === null ? undefined : [venue, address].filter((one) => one !== '').join('\n')],
    [said.entrance, help.entrance],
    [said.meets, help.meets],
    [said.number, numberWords(card, today)],
    [said.telephones, help.telephones],
    [said.dead, dead.length === 0 ? undefined : dead.join(', ')],
    [said.aed, aedWords(card)],
    [said.firstAid, card.kits.length === 0 ? undefined : card.kits.join('\n')],
    [safety.card.route, card.route ?? undefined],
    [safety.card.points, card.points.length === 0 ? undefined : card.points.join('\n')],
    [safety.card.hospital, card.hospital ?? undefined],
  ]
  return (
    <>
      <h2 className={c('heading')}>{said.building}</h2>
      <dl className={c('facts')}>
        {facts.map(([what, told]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd className={c(told === undefined && 'unset')}>{told ?? said.notSet}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const monthFirst = ({ country }: IncidentSection): boolean => countryPack(country).monthFirst

function numberWords(card: IncidentSection, today: string | null): string {
  const { incident: said } = words()
  const number = emergencyNumber(card.help, card.country)
  const word = confirmation(card.help, today)
  if (word === null) return said.toConfirm({ number })
  const told = { number, ...saidBy(card, word) }
  return word.old ? said.confirmedOld(told) : said.confirmed(told)
}

const saidBy = (card: IncidentSection, { by, on }: Word) => ({ by, day: dayInWords(on, monthFirst(card)) })

function aedWords(card: IncidentSection): string | undefined {
  const { incident: said } = words()
  if (card.aeds.length === 0) return undefined
  return card.aeds
    .map(({ place, code, checked }) =>
      said.aedAt({
        ...{ place, code: code ?? said.notSetCode },
        checked: checked === undefined ? said.notSetCode : dayInWords(checked, monthFirst(card)),
      }),
    )
    .join('\n')
}

/** However old it is, a line is never hidden: it says when it was checked. */
function Support({ card, today }: Dated) {
  const { incident: said } = useWords()
  const word = approval(card.help, today)
  const lines = countryPack(card.country).support.map((line) => {
    const day = dayInWords(line.dated, monthFirst(card))
    const old = today !== null && isOverAYearOld(line.dated, today)
    return { ...line, text: (old ? said.supportOld : said.supportLine)({ ...line, day }) }
  })
  return (
    <>
      <h2 className={c('heading')}>{said.support}</h2>
      <ul className={c('steps')}>
        {lines.map(({ name, number, text }) => (
          <li key={name}>
            <a className={c('line')} href={`tel:${number.replaceAll(' ', '')}`}>
              {name} {number}
            </a>{' '}
            {text}
          </li>
        ))}
      </ul>
      <Edit />
      <p className={c('unset')}>
        {approvalWords(card, word)} {said.aid}
      </p>
    </>
  )
}

/** For whoever may edit the show, the way to where all of this is said. */
function Edit() {
  const { incident: said } = useWords()
  const viewer = useSession((state) => state.viewer)
  if (viewer === null || !mayEditShow(viewer)) return null
  return (
    <a className={c('line')} href="/show#help">
      {said.set}
    </a>
  )
}

function approvalWords(card: IncidentSection, word: Word | null): string {
  const { incident: said } = words()
  if (word === null) return said.notApproved
  return (word.old ? said.approvedOld : said.approved)(saidBy(card, word))
}
