// The screens of the house: who is connected, who is silent, and how another one is let in.

import { useState } from 'react'
import { between } from '../../core/kit/time.ts'
import type { DeviceLine, Sections } from '../../wire/messages.ts'
import { useLink, usePress } from '../link/store.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { agoWords } from '../ui/words.ts'
import { inviteOf, type Post, posts } from './posts.ts'
import styles from './screens.module.css'
import { useArmed } from './use-armed.ts'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function Screens({ desk }: { readonly desk: Desk }) {
  const { devices } = desk.sections
  const [managing, manage] = useState(false)
  if (!devices) return null
  // The silent ones are the news; they stand first.
  const lines = devices.devices.toSorted((a, b) => Number(a.connected) - Number(b.connected))
  return (
    <section className={c('screens', managing && 'managing')} aria-labelledby="screens">
      <div className={c('head')}>
        <h2 className={c('heading')} id="screens">
          Screens
        </h2>
        {desk.rights.pairs ? (
          <Button small className={c('manage')} onClick={() => manage(!managing)} aria-expanded={managing}>
            {managing ? 'Done' : 'Pair a screen'}
          </Button>
        ) : null}
      </div>
      {managing ? <Pairing sections={desk.sections} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <ul className={c('list')} tabIndex={0} aria-labelledby="screens">
        {lines.map((line) => (
          <Screen key={line.id} line={line} removable={managing} />
        ))}
      </ul>
    </section>
  )
}

function Screen({ line, removable }: { readonly line: DeviceLine; readonly removable: boolean }) {
  const link = useLink()
  const { armed, press } = useArmed()
  const { lastSeenAt } = line
  return (
    <li className={c('screen')}>
      <span className={c('name')}>{line.name}</span>
      <span className={c(line.connected ? 'connected' : 'silent')}>
        {line.connected ? (
          'connected'
        ) : !line.paired ? (
          'link not used yet'
        ) : lastSeenAt === null ? (
          'silent'
        ) : (
          <Live wall text={(now) => `silent ${agoWords(between(lastSeenAt, now))}`} />
        )}
      </span>
      {removable ? (
        <Button
          small
          armed={armed !== null}
          aria-label={`Remove ${line.name}`}
          className={c('remove')}
          onClick={() => {
            if (press(line.id)) link.press({ name: 'device.revoke', device: line.id })
          }}
        >
          {armed === null ? 'remove' : 'again'}
        </Button>
      ) : null}
    </li>
  )
}

function Pairing({ sections }: { readonly sections: Sections }) {
  const link = useLink()
  const [post, setPost] = useState<Post>('department')
  const [chosen, choose] = useState('')
  const [invited, setInvited] = useState<string | null>(null)
  const press = usePress(invited)
  const needs = posts.find((one) => one.post === post)?.needs ?? null
  const options =
    needs === 'department'
      ? (sections.cues?.departments ?? [])
      : needs === 'person'
        ? (sections.devices?.people ?? [])
        : []
  const one = options.find((option) => option.id === chosen) ?? null
  const invite = inviteOf({
    post,
    department: needs === 'department' ? one : null,
    person: needs === 'person' ? one : null,
  })
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
        <select
          className={c('field')}
          aria-label={needs === 'person' ? 'Whose phone' : 'Which department'}
          value={chosen}
          onChange={(event) => {
            choose(event.target.value)
            setInvited(null)
          }}
        >
          <option value="">{needs === 'person' ? 'Whose?' : 'Which department?'}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      )}
      <button type="submit" className={c('make')} disabled={invite === null}>
        Make a link
      </button>
      <div className={c('made')} role="status">
        {press?.outcome?.kind === 'done' && press.outcome.link !== null ? (
          <Made path={press.outcome.link} />
        ) : press?.outcome && press.outcome.kind !== 'done' ? (
          press.outcome.sentence
        ) : press?.slow ? (
          'sending…'
        ) : null}
      </div>
    </form>
  )
}

/** Shown to be copied or typed; good for one device, once. */
function Made({ path }: { readonly path: string }) {
  const [copied, setCopied] = useState(false)
  const address = new URL(path, location.href).href
  return (
    <>
      <input
        className={c('address')}
        readOnly
        value={address}
        aria-label="The link"
        onFocus={(event) => event.target.select()}
      />
      <Button
        small
        onClick={(event) => {
          const field = event.currentTarget.parentElement?.querySelector('input')
          field?.select()
          // Without HTTPS there is no clipboard to write to: the selected text is copied by hand.
          void navigator.clipboard?.writeText(address).then(() => setCopied(true))
        }}
      >
        {copied ? 'copied' : 'Copy'}
      </Button>
      <p className={c('hint')}>Open it on that device. It works once, for one device.</p>
    </>
  )
}
