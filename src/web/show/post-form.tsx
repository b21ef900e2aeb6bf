// The mail server and who gets the report, as they are entered.

import { useState } from 'react'
import {
  type PostSettings,
  type PostTold,
  RECIPIENTS_MAX,
  type RecipientRole,
  recipientRoles,
  type Security,
  securities,
} from '../../wire/post.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Choose, Field, Press, Remove } from './parts.tsx'
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

export function PostForm({ told, keep }: { readonly told: PostTold; readonly keep: PostDesk['keep'] }) {
  const { post: words } = useWords()
  const [settings, set] = useState(told.settings ?? nothing)
  const [password, setPassword] = useState('')
  const [saved, say] = useState<string | null>(null)
  const change = (changed: Partial<PostSettings>) => {
    say(null)
    set({ ...settings, ...changed })
  }
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(settings, password === '' ? null : password).then((kept) => {
          say(kept ? words.saved : null)
          // Typed once, it is on no screen any more.
          if (kept) setPassword('')
        })
      }}
    >
      <h2 className={c('heading')}>{words.recipients}</h2>
      <p className={c('hint')}>{words.recipientsHint}</p>
      <Recipients settings={settings} change={change} />
      <h2 className={c('heading')}>{words.server}</h2>
      <p className={c('hint')}>{words.serverHint}</p>
      <Server settings={settings} change={change} />
      <Field
        label={told.hasPassword ? words.passwordKept : words.password}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <label className={c('label')}>
        {words.certificate}
        <textarea
          className={c('field')}
          spellCheck={false}
          value={settings.certificate}
          onChange={(event) => change({ certificate: event.target.value })}
        />
      </label>
      <div className={c('acts')}>
        <Press type="submit">{words.save}</Press>
        <span role="status" className={c('hint')}>
          {saved}
        </span>
      </div>
    </form>
  )
}

type Changing = {
  readonly settings: PostSettings
  readonly change: (changed: Partial<PostSettings>) => void
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

function Recipients({ settings: { recipients }, change }: Changing) {
  const { post: words } = useWords()
  const [address, setAddress] = useState('')
  const [role, setRole] = useState<RecipientRole>('SM')
  const add = () => {
    if (address.trim() === '') return
    change({ recipients: [...recipients, { address: address.trim(), role }] })
    setAddress('')
  }
  return (
    <>
      <ul className={c('list')}>
        {recipients.map((one) => (
          <li key={one.address} className={c('acts')}>
            <span>{one.address}</span>
            <span className={c('hint')}>{words.roles[one.role]}</span>
            <Remove
              what={one.address}
              act={() => change({ recipients: recipients.filter((other) => other !== one) })}
            />
          </li>
        ))}
      </ul>
      <div className={c('fields')}>
        <Field
          label={words.address}
          wide
          type="email"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Choose
          label={words.role}
          wide
          value={role}
          options={recipientRoles.map((id) => ({ id, name: words.roles[id] }))}
          choose={setRole}
        />
      </div>
      <div className={c('acts')}>
        <Press onClick={add} disabled={recipients.length >= RECIPIENTS_MAX}>
          {words.add}
        </Press>
      </div>
    </>
  )
}
