// The report by the house's own mail server: what is sent to whom, what came of it, and where the server is entered.

import { useState } from 'react'
import { instant } from '../../core/kit/time.ts'
import type { PostOutcome, PostTold } from '../../wire/post.ts'
import { useWords } from '../speech/speech.ts'
import { AsOf } from '../ui/as-of.tsx'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Field, Press, Refusal } from './parts.tsx'
import { PostForm } from './post-form.tsx'
import { Letters } from './post-letters.tsx'
import styles from './show.module.css'
import { type PostDesk, usePost } from './use-post.ts'

const c = classes(styles)

export function PostScreen() {
  const { post: words, office } = useWords()
  const desk = usePost()
  const asked = Number(new URLSearchParams(location.search).get('performance') ?? Number.NaN)
  const number = Number.isSafeInteger(asked) ? asked : (desk.told?.tonight ?? null)
  return (
    <main className={c('page')}>
      <title>{words.title}</title>
      <header className={c('head')}>
        <h1 className={c('title')}>{words.title}</h1>
        <span className={c('name')} />
        <a className={c('button')} href={number === null ? '/report' : `/report?performance=${number}`}>
          {words.back}
        </a>
        <a className={c('button', 'main')} href="/desk">
          {office.desk}
        </a>
      </header>
      <p className={c('hint')}>{words.hint}</p>
      <AsOf at={desk.asOf} timeZone={null} />
      <Refusal sentence={desk.refused} />
      {desk.told === null ? (
        <p className={c('hint')}>{desk.refused === null ? words.loading : ''}</p>
      ) : (
        <Entered desk={desk} told={desk.told} number={number} />
      )}
    </main>
  )
}

function Entered({
  desk,
  told,
  number,
}: {
  readonly desk: PostDesk
  readonly told: PostTold
  readonly number: number | null
}) {
  const { post: words } = useWords()
  const people = told.settings?.recipients.length ?? 0
  const busy = told.outcome?.state === 'sending'
  const byList = (told.settings?.recipients ?? []).some((one) => one.sections !== undefined)
  const unread = byList && desk.letters === null
  return (
    <>
      <section className={c('section')} aria-label={words.title}>
        <div className={c('acts')}>
          <Press
            main
            disabled={number === null || people === 0 || busy || unread}
            onClick={() => (number === null ? undefined : desk.send(number))}
          >
            {words.send({ people })}
          </Press>
          <Press
            disabled={number === null || people === 0}
            onClick={() => (number === null ? undefined : desk.read(number))}
          >
            {words.read}
          </Press>
          <span className={c('hint')}>{number === null ? '' : words.what({ performance: number })}</span>
        </div>
        {unread ? <p className={c('hint')}>{words.readHint}</p> : null}
        <Letters letters={desk.letters} />
        {people === 0 ? <p className={c('lack')}>{words.nobody}</p> : null}
        <Outcome outcome={told.outcome} />
      </section>
      <PostForm told={told} desk={desk} number={number} />
      <TestForm desk={desk} told={told} />
    </>
  )
}

function TestForm({ desk, told }: { readonly desk: PostDesk; readonly told: PostTold }) {
  const { post: words } = useWords()
  const [to, setTo] = useState(told.settings?.from ?? '')
  const busy = told.outcome?.state === 'sending'
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        desk.test(to)
      }}
    >
      <Field
        label={words.testTo}
        type="email"
        required
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <div className={c('acts')}>
        <Press type="submit" disabled={told.settings === null || busy}>
          {words.test}
        </Press>
      </div>
    </form>
  )
}

/** Its place is kept, so that what follows does not jump when it is told. */
function Outcome({ outcome }: { readonly outcome: PostOutcome | null }) {
  const { post: words } = useWords()
  if (outcome === null) return <div role="status" className={c('list')} />
  if (outcome.state === 'sending')
    return (
      <div role="status" className={c('list')}>
        <p>{words.sending(outcome)}</p>
      </div>
    )
  const { at, attempts, deliveries, trouble, performance } = outcome
  const clock = formatClock(instant(at), Intl.DateTimeFormat().resolvedOptions().timeZone, false)
  const taken = deliveries.filter((one) => one.taken).map((one) => one.address)
  return (
    <div role="status" className={c('list')}>
      <h2 className={c('heading')}>{words.what({ performance })}</h2>
      {taken.length > 0 ? <p>{words.taken({ clock, addresses: taken.join(', ') })}</p> : null}
      {trouble ? (
        <div className={c('refused')}>
          <p>{words.troubles[trouble.kind]}</p>
          <p className={c('hint')}>{words.saidServer(trouble)}</p>
          <p className={c('hint')}>{words.tried({ attempts, clock })}</p>
        </div>
      ) : null}
      {deliveries
        .filter((one) => !one.taken)
        .map((one) => (
          <p key={one.address}>
            {words.notTaken(one)} {one.said ? words.saidServer({ said: one.said }) : null}
          </p>
        ))}
    </div>
  )
}
