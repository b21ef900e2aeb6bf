// The mail server and who gets the report, as they are entered.

import { useRef, useState } from 'react'
import { type PostSettings, type PostTold, type Security, securities } from '../../wire/post.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Choose, Field, Press } from './parts.tsx'
import { Recipients } from './post-recipients.tsx'
import styles from './show.module.css'
import type { PostDesk } from './use-post.ts'

const c = classes(styles)

const nothing: PostSettings = {
  host: '',
  port: 465,
  security: 'tls',
  user: '',
  from: '',
  certificate: '',
  recipients: [],
}

/** What usually goes with it; a port that was typed is left alone. */
const ports: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }
const isUsual = (port: number) => Object.values(ports).includes(port)

export function PostForm({
  told,
  desk,
  number,
}: {
  readonly told: PostTold
  readonly desk: PostDesk
  /** Of the performance whose report is sent. */
  readonly number: number | null
}) {
  const { post: words } = useWords()
  const { settings, change, password, type, keep, saved } = useTyped(told, desk)
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <h2 className={c('heading')}>{words.recipients}</h2>
      <p className={c('hint')}>{words.recipientsHint}</p>
      <Recipients settings={settings} change={change} desk={desk} number={number} />
      <h2 className={c('heading')}>{words.server}</h2>
      <p className={c('hint')}>{words.serverHint}</p>
      <Server settings={settings} change={change} />
      <Field
        label={told.hasPassword ? words.passwordKept : words.password}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => type(event.target.value)}
      />
      <Certificate settings={settings} change={change} />
      <div className={c('acts')}>
        <Press type="submit">{words.save}</Press>
        <span role="status" className={c('hint')}>
          {saved ? words.saved : null}
        </span>
      </div>
    </form>
  )
}

/** What stands in the form, and whether the house has it as it stands. */
function useTyped(told: PostTold, desk: PostDesk) {
  const [settings, set] = useState(told.settings ?? nothing)
  const [password, setPassword] = useState('')
  const [saved, isSaved] = useState(false)
  const typings = useRef(0)
  const typed = () => {
    typings.current += 1
    isSaved(false)
  }
  return {
    ...{ settings, password, saved },
    change: (changed: Partial<PostSettings>) => {
      typed()
      set({ ...settings, ...changed })
    },
    type: (text: string) => {
      typed()
      setPassword(text)
    },
    keep: async () => {
      const before = typings.current
      isSaved(false)
      if (!(await desk.keep(settings, password === '' ? null : password))) return
      // Typed once, it is on no screen any more; what was typed since stays, and of that nothing is said.
      setPassword((now) => (now === password ? '' : now))
      if (typings.current === before) isSaved(true)
    },
  }
}

export type Changing = {
  readonly settings: PostSettings
  readonly change: (changed: Partial<PostSettings>) => void
}

function Certificate({ settings, change }: Changing) {
  const { post: words } = useWords()
  return (
    <label className={c('label')}>
      {words.certificate}
      <textarea
        className={c('field')}
        spellCheck={false}
        value={settings.certificate}
        onChange={(event) => change({ certificate: event.target.value })}
      />
    </label>
  )
}

function Server({ settings, change }: Changing) {
  const { post: words } = useWords()
  return (
    <div className={c('fields')}>
      <Field
        label={words.host}
        wide
        required
        placeholder={words.hostExample}
        value={settings.host}
        onChange={(event) => change({ host: event.target.value })}
      />
      <Choose
        label={words.security}
        wide
        value={settings.security}
        options={securities.map((id) => ({ id, name: words.securities[id] }))}
        choose={(security) =>
          change({ security, ...(isUsual(settings.port) ? { port: ports[security] } : {}) })
        }
      />
      <Field
        label={words.port}
        type="number"
        min={1}
        max={65_535}
        required
        value={settings.port}
        onChange={(event) => change({ port: event.target.valueAsNumber })}
      />
      <Field
        label={words.user}
        value={settings.user}
        onChange={(event) => change({ user: event.target.value })}
      />
      <Field
        label={words.from}
        wide
        required
        type="email"
        value={settings.from}
        onChange={(event) => change({ from: event.target.value })}
      />
    </div>
  )
}
