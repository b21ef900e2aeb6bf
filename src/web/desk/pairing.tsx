// Letting another screen in: what it is for, for whom, and the link that pairs it.

import { useRef, useState } from 'react'
import type { Press } from '../link/presses.ts'
import { type Given, useLink, usePress } from '../link/store.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { inviteOf, type Post, posts } from './posts.ts'
import styles from './screens.module.css'

const c = classes(styles)

export function Pairing({ cues, devices }: Given<'cues' | 'devices'>) {
  const sections = { cues, devices }
  const link = useLink()
  const [post, setPost] = useState<Post>('department')
  const [chosen, choose] = useState('')
  const [invited, setInvited] = useState<string | null>(null)
  const press = usePress(invited)
  const needs = posts.find((one) => one.post === post)?.needs ?? null
  const one = optionsFor(needs, sections).find((option) => option.id === chosen) ?? null
  const department = needs === 'department' ? one : null
  const person = needs === 'person' ? one : null
  const invite = inviteOf({ post, department, person })
  return (
    <form
      className={c('pairing')}
      onSubmit={(event) => {
        event.preventDefault()
        if (invite) setInvited(link.press(invite))
      }}
    >
      <select
        className={c('field')}
        aria-label="What the screen is for"
        value={post}
        onChange={(event) => {
          setPost(posts.find((option) => option.post === event.target.value)?.post ?? 'department')
          choose('')
          setInvited(null)
        }}
      >
        {posts.map((option) => (
          <option key={option.post} value={option.post}>
            {option.words}
          </option>
        ))}
      </select>
      {needs === null ? null : (
        <ForWhom
          needs={needs}
          options={optionsFor(needs, sections)}
          chosen={chosen}
          choose={(to) => {
            choose(to)
            setInvited(null)
          }}
        />
      )}
      <button type="submit" className={c('make')} disabled={invite === null}>
        Make a link
      </button>
      <div className={c('made')} role="status">
        <Outcome press={press} />
      </div>
    </form>
  )
}

type Option = { readonly id: string; readonly name: string }
type Needs = 'department' | 'person'

function optionsFor(needs: Needs | null, { cues, devices }: Given<'cues' | 'devices'>): readonly Option[] {
  if (needs === null) return []
  return needs === 'department' ? (cues?.departments ?? []) : (devices?.people ?? [])
}

function ForWhom({
  needs,
  options,
  chosen,
  choose,
}: {
  readonly needs: Needs
  readonly options: readonly Option[]
  readonly chosen: string
  readonly choose: (id: string) => void
}) {
  return (
    <select
      className={c('field')}
      aria-label={needs === 'person' ? 'Whose phone' : 'Which department'}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{needs === 'person' ? 'Whose?' : 'Which department?'}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  )
}

function Outcome({ press }: { readonly press: Press | null }) {
  if (press === null) return null
  const { outcome } = press
  if (outcome === null) return press.slow ? 'sending…' : null
  if (outcome.kind !== 'done') return outcome.sentence
  return outcome.link === null ? null : <Made path={outcome.link} />
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Shown whole, to be copied or typed. */
function Made({ path }: { readonly path: string }) {
  const [copied, setCopied] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const address = new URL(path, location.href).href
  return (
    <>
      <textarea
        ref={field}
        className={c('address')}
        readOnly
        rows={4}
        value={address}
        aria-label="The link"
        onFocus={(event) => event.target.select()}
      />
      <Button
        small
        onClick={() => {
          field.current?.select()
          // Without HTTPS there is no clipboard to write to: the selected text is copied by hand.
          void navigator.clipboard?.writeText(address).then(() => setCopied(true))
        }}
      >
        {copied ? 'copied' : 'Copy'}
      </Button>
      <p className={c('hint')}>
        Open it on that device. It works once, for one device.
        {LOOPBACK.includes(location.hostname)
          ? ` From another device ${location.hostname} leads nowhere: put this machine’s network address in its place.`
          : ''}
      </p>
    </>
  )
}
