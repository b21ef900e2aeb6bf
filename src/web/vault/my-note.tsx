// One’s own page: what one leaves for responders, if one wants to, who can read it, and who did.

import { useEffect, useRef, useState } from 'react'
import {
  FIELD_LENGTH_MAX,
  type FieldName,
  fieldNames,
  isAskedAgain,
  type Note,
  tooLong,
} from '../../core/vault/note.ts'
import type { OwnAnswer } from '../../wire/vault.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { useArmed } from '../ui/use-armed.ts'
import { Code } from './code.tsx'
import { KeeperToldList } from './keeper-told.tsx'
import { Keepers } from './keepers.tsx'
import { Keeping } from './keeping.tsx'
import { Part, type PartOf } from './part.tsx'
import { saveNote } from './save-note.ts'
import { ToldList } from './told.tsx'
import { type NoteDesk, useNote } from './use-note.ts'
import styles from './vault.module.css'

const c = classes(styles)

export function MyNoteScreen() {
  const { myNote: words } = useWords()
  const desk = useNote()
  const [unkept, setUnkept] = useState(false)
  const { state } = desk
  return (
    <main className={c('page')}>
      <title>{words.title}</title>
      <Back unkept={unkept && state.kind === 'open'} />
      <h1 className={c('title')}>{words.title}</h1>
      <p>{words.only}</p>
      <p className={c('hint')}>{words.how}</p>
      {state.kind === 'looking' ? <p role="status">{words.looking}</p> : null}
      {state.kind === 'unsafe' ? <NotSafe /> : null}
      {state.kind === 'refused' ? <p className={c('refused')}>{state.sentence}</p> : null}
      {state.kind === 'closed' ? <Closed desk={desk} said={state.said} /> : null}
      {state.kind === 'open' ? (
        <Open
          key={state.code}
          desk={desk}
          own={state.own}
          before={state.note}
          code={state.code}
          fresh={state.fresh}
          unkept={setUnkept}
        />
      ) : null}
      {state.kind === 'closed' || state.kind === 'open' ? (
        <>
          <ToldList own={state.own} />
          <KeeperToldList />
          <Keeping />
        </>
      ) : null}
    </main>
  )
}

/** What was typed is nowhere yet: whoever goes says so twice, and the browser asks where it can. */
function Back({ unkept }: { readonly unkept: boolean }) {
  const { myNote: words } = useWords()
  const { armed, press } = useArmed()
  const goes = useRef(false)
  useEffect(() => {
    if (!unkept) return
    const asks = (event: BeforeUnloadEvent) => {
      if (!goes.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', asks)
    return () => window.removeEventListener('beforeunload', asks)
  }, [unkept])
  if (!unkept)
    return (
      <p>
        <a className={c('button')} href="/">
          {words.back}
        </a>
      </p>
    )
  return (
    <div className={c('acts')}>
      <button
        type="button"
        className={c('button', armed !== null && 'armed')}
        onClick={() => {
          if (!press('back')) return
          goes.current = true
          location.assign('/')
        }}
      >
        {armed === null ? words.back : words.backAnyway}
      </button>
      <p className={c('hint')} role="status">
        {armed === null ? '' : words.notKept}
      </p>
    </div>
  )
}

export function NotSafe() {
  const { myNote: words } = useWords()
  return (
    <div className={c('refused')}>
      <p>{words.notSafe}</p>
      <a className={c('button')} href="/trust">
        {words.trust}
      </a>
    </div>
  )
}

function Closed({ desk, said }: { readonly desk: NoteDesk; readonly said: string | null }) {
  const { myNote: words } = useWords()
  const [typed, type] = useState('')
  return (
    <section className={c('section')}>
      <p role="status" className={c(said !== null && 'refused')}>
        {said}
      </p>
      <div className={c('acts')}>
        <button type="button" className={c('button', 'main')} onClick={desk.begin}>
          {words.begin}
        </button>
        <span className={c('hint')}>{words.beginHint}</span>
      </div>
      <details className={c('part')}>
        <summary className={c('summary')}>{words.haveCode}</summary>
        <form
          className={c('section')}
          onSubmit={(event) => {
            event.preventDefault()
            void desk.typeCode(typed)
          }}
        >
          <label className={c('label')}>
            {words.code}
            <input
              className={c('field', 'code')}
              value={typed}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              onChange={(event) => type(event.target.value)}
            />
          </label>
          <button type="submit" className={c('button')}>
            {words.codeOpen}
          </button>
        </form>
      </details>
      <details className={c('part')}>
        <summary className={c('summary')}>{words.lost}</summary>
        <div className={c('section')}>
          <p className={c('hint')}>{words.lostHint}</p>
          <Remove act={() => void desk.remove()} />
        </div>
      </details>
    </section>
  )
}

type Opened = {
  readonly desk: NoteDesk
  readonly own: OwnAnswer
  readonly before: Note
  readonly code: string
  readonly fresh: boolean
  readonly unkept: (is: boolean) => void
}

function Open({ desk, own, before, code, fresh, unkept }: Opened) {
  const { myNote: words } = useWords()
  const [note, write] = useState(before)
  const newest = useRef(before)
  const [said, say] = useState('')
  // A code that was drawn opens nothing until something is kept by it.
  useEffect(() => unkept(fresh), [fresh, unkept])
  const setNote = (next: Note) => {
    newest.current = next
    write(next)
  }
  const change = (next: Note) => {
    setNote(next)
    unkept(true)
    say(words.unsaved)
  }
  const keep = async (next: Note) => {
    const long = tooLong(next)
    if (long !== null) return say(words.tooLong({ field: words.fields[long] }))
    say(words.saving)
    const refused = await desk.keep(next)
    if (refused !== null) return say(refused)
    // What was written while it was on its way is not kept by that.
    if (newest.current !== next) return say(words.unsaved)
    say(words.saved)
    unkept(false)
  }
  const confirm = () => {
    const confirmedAt = Date.now()
    const fields = Object.fromEntries(
      Object.entries(note.fields).map(([name, field]) => [name, { ...field, confirmedAt }]),
    )
    const next = { ...note, fields }
    setNote(next)
    void keep(next)
  }
  return (
    <>
      <OwnCode code={code} fresh={fresh} />
      {isAskedAgain(note, Date.now(), own.begun) ? <StillRight confirm={confirm} /> : null}
      <Parts note={note} change={change} keeping={{ keep: () => void keep(note), said }} />
      <Keepers own={own} note={note} change={change} />
      <div className={c('keep')}>
        <button type="button" className={c('button', 'main', 'wide')} onClick={() => void keep(note)}>
          {words.save}
        </button>
        <p role="status">{said}</p>
      </div>
      <p className={c('hint')}>{words.phoneToo}</p>
      <div className={c('acts')}>
        <button type="button" className={c('button')} onClick={() => saveNote(note)}>
          {words.download}
        </button>
        <Remove act={() => void desk.remove()} />
      </div>
    </>
  )
}

type PartsOf = Pick<PartOf, 'note' | 'change'> & { readonly keeping: NonNullable<PartOf['keeping']> }

function Parts({ note, change, keeping }: PartsOf) {
  const { myNote: words } = useWords()
  const [last, touch] = useState<FieldName | null>(null)
  return (
    <section className={c('section')} aria-label={words.parts}>
      <h2 className={c('heading')}>{words.parts}</h2>
      {fieldNames.map((name) => (
        <Part
          key={name}
          name={name}
          lengthMax={FIELD_LENGTH_MAX}
          note={note}
          change={(next) => {
            touch(name)
            change(next)
          }}
          keeping={last === name ? keeping : null}
        />
      ))}
    </section>
  )
}

/** Once to be written down; afterwards for whoever looks for it. */
function OwnCode({ code, fresh }: { readonly code: string; readonly fresh: boolean }) {
  const { myNote: words } = useWords()
  if (fresh) return <Code code={code} />
  return (
    <details className={c('part')}>
      <summary className={c('summary')}>{words.code}</summary>
      <Code code={code} />
    </details>
  )
}

function StillRight({ confirm }: { readonly confirm: () => void }) {
  const { myNote: words } = useWords()
  return (
    <div className={c('refused')}>
      <p>{words.still}</p>
      <button type="button" className={c('button')} onClick={confirm}>
        {words.stillYes}
      </button>
    </div>
  )
}

function Remove({ act }: { readonly act: () => void }) {
  const { myNote: words } = useWords()
  const [armed, arm] = useState(false)
  return (
    <>
      <button
        type="button"
        className={c('button', armed && 'armed')}
        onBlur={() => arm(false)}
        onClick={() => {
          arm(!armed)
          if (armed) act()
        }}
      >
        {armed ? words.removeAgain : words.remove}
      </button>
      <p className={c('hint')} role="status">
        {armed ? words.removeWhat : ''}
      </p>
    </>
  )
}
