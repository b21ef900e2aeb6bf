// Signing in as oneself on a screen that others use, one's own pages there, and the end of it by one touch or by none.

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Signed } from '../../wire/mine.ts'
import { codeIn } from '../../wire/protocol.ts'
import { forgetAll } from '../link/keep.ts'
import { openPlainLink } from '../link/plain-link.ts'
import { LinkProvider } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { GuestPages } from '../ui/guest-pages.ts'
import { momentOf } from '../ui/head-line.tsx'
import { lettersAreRead } from '../ui/own-letters.tsx'
import { beginAnew, forgetSealed, holdsCode } from '../vault/whose.ts'
import { askHouse } from './ask-house.ts'
import styles from './join.module.css'
import { LinkForm } from './join.tsx'
import mineStyles from './mine.module.css'
import { dropPasskeys, enterByPasskey, makePasskey } from './passkey.ts'
import { Ways } from './ways.tsx'

const c = classes(styles)
const m = classes(mineStyles)

/** The house hears at most so often that somebody is still there. */
const STAY_MS = 20_000
const LOOK_MS = 1_000

type Shown = Signed | 'asking' | 'stranger' | 'unreachable'

const signedHere = async (): Promise<Shown> => {
  const { status, told } = await askHouse('/api/mine', null)
  if (status === 401) return 'stranger'
  // `as`: our own server, which builds its answer from the same type.
  return status === 200 ? (told as Signed) : 'unreachable'
}

/** `pages`: what whoever is signed in sees, inside a link of their own. */
export function MineScreen({ pages }: { readonly pages: ReactNode }) {
  const { mine } = useWords()
  const [shown, show] = useState<Shown>('asking')
  useEffect(() => void signedHere().then(show), [])
  if (shown === 'stranger') return <Letters shared={false} ways={[]} />
  if (shown === 'asking' || shown === 'unreachable')
    return <Said words={shown === 'asking' ? mine.looking : mine.unreachable} />
  if (shown.guest) return <Guest guest={shown.guest} pages={pages} />
  return shown.own ? <Own own={shown.own} signed={shown} /> : <Letters shared ways={shown.ways} />
}

type SaidOf = { readonly title?: string; readonly words: string; readonly children?: ReactNode }

function Said({ title, words, children }: SaidOf) {
  const { mine } = useWords()
  return (
    <main className={c('screen')}>
      <h1 className={c('title')}>{title ?? mine.title}</h1>
      <p className={c('said')} role="status">
        {words}
      </p>
      {children}
      <a className={c('button')} href="/">
        {mine.back}
      </a>
    </main>
  )
}

/** Whoever stays here leaves nothing of what they saw behind: the page is read anew. */
const goBack = () => location.replace('/')

async function signOut(): Promise<void> {
  await askHouse('/api/mine/leave', {})
  goBack()
}

/** Out of one’s own phone, where that is heard: until then it is theirs, and keeps what is. */
async function signOutOwn(): Promise<void> {
  const { status } = await askHouse('/api/mine/leave', {})
  if (status === 200) await Promise.all([forgetAll(), forgetSealed()])
  goBack()
}

/** Somebody was let in here: for a while on a shared screen, or it is theirs from now on. */
async function entered(told: unknown): Promise<void> {
  if (!isGuest(told)) await beginAnew()
  location.replace(isGuest(told) ? '/mine' : '/')
}

type OwnOf = { readonly own: NonNullable<Signed['own']>; readonly signed: Signed }

function Own({ own, signed }: OwnOf) {
  const { mine } = useWords()
  const [done, say] = useState<string | null>(null)
  const [warned, warn] = useState(false)
  const press = async (act: () => Promise<string | null>, well: string) => say((await act()) ?? well)
  const leave = async () => {
    if (warned || !(await holdsCode())) return signOutOwn()
    warn(true)
    say(mine.outCode)
  }
  const words = own.entered ? mine.own(own) : `${mine.own(own)} ${mine.paired}`
  return (
    <Said title={mine.way} words={done ?? words}>
      <Ways ways={signed.ways} />
      <button type="button" className={c('button')} onClick={() => void press(makePasskey, mine.made)}>
        {mine.make}
      </button>
      <button type="button" className={c('button')} onClick={() => void press(dropPasskeys, mine.dropped)}>
        {mine.drop}
      </button>
      {own.entered ? (
        <button type="button" className={c('button')} onClick={() => void leave()}>
          {warned ? mine.outAnyway : mine.out}
        </button>
      ) : null}
      <LettersMade signed={signed} />
    </Said>
  )
}

/** Whoever has them is this person here: who made some, and when, is theirs to know. */
function LettersMade({ signed }: { readonly signed: Signed }) {
  const { mine } = useWords()
  useEffect(() => lettersAreRead(signed), [signed])
  if (signed.letters.length === 0) return null
  return (
    <section aria-label={mine.lettersMade}>
      <h2>{mine.lettersMade}</h2>
      <p>{mine.lettersWhy}</p>
      <ul>
        {signed.letters.map(({ at, by }) => (
          <li key={at}>{mine.lettersLine({ when: momentOf(at), by })}</li>
        ))}
      </ul>
    </section>
  )
}

/** `shared`: the screen stays what it is; else it becomes theirs. */
function Letters({ shared, ways }: { readonly shared: boolean; readonly ways: Signed['ways'] }) {
  const { mine } = useWords()
  const [said, say] = useState(shared ? mine.shared : mine.phoneFor)
  const [typed, type] = useState('')
  const code = codeIn(typed)
  const enter = async (own: boolean) => {
    const { status, told, sentence } = await askHouse('/api/join', { token: code, own })
    if (status !== 200) return say(sentence ?? mine.unreachable)
    await entered(told)
  }
  return (
    <Said words={said}>
      <Ways ways={ways} />
      <LinkForm
        label={mine.letters}
        typed={typed}
        type={type}
        ready={code !== null}
        enter={() => void enter(!shared)}
        words={shared ? mine.here : mine.phone}
      >
        {shared ? (
          <button
            className={c('button')}
            type="button"
            disabled={code === null}
            onClick={() => void enter(true)}
          >
            {mine.phone}
          </button>
        ) : null}
      </LinkForm>
      <Passkey say={say} shared={shared} />
    </Said>
  )
}

function Passkey({ say, shared }: { readonly say: (words: string) => void; readonly shared: boolean }) {
  const { mine } = useWords()
  const enter = async (own: boolean) => {
    const told = await enterByPasskey(own)
    if (!('status' in told) || told.status !== 200) say(told.sentence ?? mine.unreachable)
    else await entered(told.told)
  }
  return (
    <>
      {shared ? (
        <button type="button" className={c('button')} onClick={() => void enter(false)}>
          {mine.passkey}
        </button>
      ) : null}
      <button type="button" className={c('button')} onClick={() => void enter(true)}>
        {mine.passkeyOwn}
      </button>
    </>
  )
}

const isGuest = (told: unknown): boolean =>
  typeof told === 'object' && told !== null && 'guest' in told && told.guest === true

type GuestOf = { readonly guest: NonNullable<Signed['guest']>; readonly pages: ReactNode }

function Guest({ guest, pages }: GuestOf) {
  const { mine } = useWords()
  const link = useMemo(() => openPlainLink({ path: '/live?mine', ended: goBack }), [])
  useLockedWhenIdle(guest.idleMs)
  useEffect(leaveNothing, [])
  return (
    <LinkProvider value={link}>
      <div className={m('pages')}>
        <header className={m('strip')} data-guest="">
          <span className={m('who')} role="status">
            {mine.signedIn(guest)}
          </span>
          <span className={m('locks')}>{mine.locks(Math.round(guest.idleMs / 60_000))}</span>
          <button type="button" className={m('out')} onClick={() => void signOut()}>
            {mine.out}
          </button>
        </header>
        <GuestPages value={true}>{pages}</GuestPages>
      </div>
    </LinkProvider>
  )
}

/** Browsers keep a page that was left as it stood, for whoever presses Back: it is put away blank, and asked for anew. */
function leaveNothing(): () => void {
  const away = () => {
    document.documentElement.hidden = true
  }
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) location.reload()
  }
  window.addEventListener('pagehide', away)
  window.addEventListener('pageshow', back)
  return () => {
    window.removeEventListener('pagehide', away)
    window.removeEventListener('pageshow', back)
  }
}

/** The page locks by itself too: the house may not be there to do it. */
function useLockedWhenIdle(idleMs: number): void {
  useEffect(() => {
    let touchedAt = performance.now()
    let toldAt = Number.NEGATIVE_INFINITY
    const touched = () => {
      touchedAt = performance.now()
      if (touchedAt - toldAt < STAY_MS) return
      toldAt = touchedAt
      void askHouse('/api/mine/stay', {})
    }
    const looking = setInterval(() => {
      if (performance.now() - touchedAt >= idleMs) void signOut()
    }, LOOK_MS)
    for (const name of ['pointerdown', 'keydown'] as const) window.addEventListener(name, touched)
    return () => {
      clearInterval(looking)
      for (const name of ['pointerdown', 'keydown'] as const) window.removeEventListener(name, touched)
    }
  }, [idleMs])
}
