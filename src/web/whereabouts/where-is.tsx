// Where is…: two letters, one glance, by keyboard alone; and, where somebody says so, marked as seen.

import { type ReactNode, useMemo, useState } from 'react'
import type { WhereLine } from '../../core/night/presence-sections.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint, KeyWords } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { whenWords } from '../ui/words.ts'
import { FOUND_MAX, find, findable, LOOK_LETTERS } from './find.ts'
import { Letters } from './letters-field.tsx'
import { useLookedUp } from './looked-up.ts'
import { MarkSeen } from './mark-seen.tsx'
import { LastSeen } from './seen-words.tsx'
import styles from './where-is.module.css'

const c = classes(styles)
const nobody: readonly WhereLine[] = []

export function WhereIs({ done }: { readonly done: () => void }) {
  const { whereIs: texts } = useWords()
  const people = useSession((state) => state.sections.where?.people ?? nobody)
  const [typed, setTyped] = useState('')
  const [chosen, choose] = useState(0)
  const [marking, mark] = useState<WhereLine | null>(null)
  const index = useMemo(() => findable(people), [people])
  const found = find(index, typed)
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const lit = meant(found, at, typed)
  useLookedUp(marking ?? lit)
  const type = (letters: string) => {
    setTyped(letters)
    choose(0)
  }
  return (
    <section data-looking="" className={c('panel')} aria-labelledby="where-is">
      <Head done={done} />
      {marking === null ? (
        <>
          <Letters
            label={texts.label}
            hint={texts.hint}
            typed={typed}
            type={type}
            turn={(step) => choose(Math.max(0, Math.min(found.length - 1, at + step)))}
            enter={() => mark(found[at] ?? null)}
          />
          <p className={c('keys')}>
            <KeyWords>{texts.keys}</KeyWords>
          </p>
          <p className="spoken" role="status">
            {typed.trim() === '' ? '' : texts.found(found.length)}
          </p>
          <None people={people} found={typed.trim() === '' ? null : found} />
          <ol className={c('found')} data-most={FOUND_MAX}>
            {found.map((line, one) => (
              <li key={line.person}>
                <Found
                  line={line}
                  lit={one === at}
                  told={line === lit || line.concern !== null}
                  mark={() => mark(line)}
                />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <MarkSeen
          line={people.find(({ person }) => person === marking.person) ?? marking}
          index={index}
          done={() => mark(null)}
        />
      )}
    </section>
  )
}

/** With one letter nobody is meant yet; with two somebody is, and hears of it. */
const meant = (found: readonly WhereLine[], at: number, typed: string): WhereLine | null =>
  typed.trim().length >= LOOK_LETTERS || at > 0 ? (found[at] ?? null) : null

type Lines = readonly WhereLine[]

/** `found` null: nothing is typed. */
function None({ people, found }: { readonly people: Lines; readonly found: Lines | null }) {
  const { whereIs: texts } = useWords()
  if (people.length === 0) return <p className={c('none')}>{texts.noPeople}</p>
  return found?.length === 0 ? <p className={c('none')}>{texts.nobody}</p> : null
}

function Head({ done }: { readonly done: () => void }) {
  const { whereIs: texts, stageMap, concern } = useWords()
  return (
    <div className={c('head')}>
      <h2 className={c('heading')} id="where-is">
        {texts.title}
      </h2>
      <a className={c('map')} href="/stage-map" target="_blank" rel="noreferrer">
        {stageMap.title}
      </a>
      <Button small onClick={done}>
        {concern.done} <KeyHint>Esc</KeyHint>
      </Button>
    </div>
  )
}

/** `told`: where they are too, and not their name alone. */
function Found({
  line,
  lit,
  told,
  mark,
}: {
  readonly line: WhereLine
  readonly lit: boolean
  readonly told: boolean
  readonly mark: () => void
}) {
  const { whereIs: texts, lastWord } = useWords()
  return (
    <button type="button" className={c('one', lit && 'lit')} onClick={mark} aria-current={lit}>
      <span className={c('name')}>
        {line.name}
        {line.concern === null ? null : <span className={c('concern')}>◆ {texts.concern}</span>}
      </span>
      {told ? <Answer line={line} /> : null}
      {told && line.onStage ? <span className={c('more')}>{lastWord.expectedOnStage}</span> : null}
      {told && !line.signedIn ? <span className={c('more')}>{texts.notSignedIn}</span> : null}
    </button>
  )
}

/** Last confirmed, weaker news since, due next, who is looking: one line each. */
function Answer({ line: { confirmed, weak, next, looking } }: { readonly line: WhereLine }) {
  const { whereIs: texts } = useWords()
  const zone = useSession((state) => state.sections.position?.timeZone ?? 'UTC')
  const newer = weak !== null && (confirmed === null || weak.at > confirmed.at)
  return (
    <>
      <Line lit={confirmed !== null}>
        <LastSeen seen={confirmed} />
      </Line>
      {newer ? (
        <Line>
          <LastSeen seen={weak} />
        </Line>
      ) : null}
      <Line>
        {next === null ? (
          texts.nothingDue
        ) : (
          <>
            {texts.due({ title: next.title, place: next.place ?? '' })}{' '}
            <Live text={(now) => whenWords(now, next.at, zone)} />
          </>
        )}
      </Line>
      {looking === null ? null : <Line lit>{texts.looking({ by: looking })}</Line>}
    </>
  )
}

const Line = ({ lit = false, children }: { readonly lit?: boolean; readonly children: ReactNode }) => (
  <span className={c('line', lit && 'known')}>{children}</span>
)
