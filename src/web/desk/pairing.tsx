// Letting other screens in: what they are for, for whom, for how many, and the link that pairs them.

import { useState } from 'react'
import type { DevicesSection, WireCommand } from '../../wire/messages.ts'
import type { Press } from '../link/presses.ts'
import { type Given, useLink, usePress } from '../link/store.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Lack } from './lack.tsx'
import { MadeLink } from './made-link.tsx'
import { inviteOf, kindOf, type Post, posts, postWords, type Several } from './posts.ts'
import styles from './screens.module.css'

const c = classes(styles)

type Option = { readonly id: string; readonly name: string; readonly roles?: readonly string[] }
type Needs = 'department' | 'person' | 'place'

export function Pairing({ cues, devices }: Given<'cues'> & { readonly devices: DevicesSection }) {
  const { pairing: texts } = useWords()
  const [post, setPost] = useState<Post>('department')
  const [chosen, choose] = useState('')
  const [several, setSeveral] = useState<Several | null>(null)
  const kind = kindOf(post)
  const needs = kind?.needs ?? null
  const options = needs === null ? [] : optionsFor(post, needs, cues, devices)
  const one = options.find((option) => option.id === chosen) ?? null
  const invite = inviteOf({ post, chosen: one }, several)
  const { send, made, forget } = useInvite()
  const change = (act: () => void) => {
    act()
    forget()
  }
  return (
    <form
      className={c('pairing')}
      onSubmit={(event) => {
        event.preventDefault()
        if (invite) send(invite)
      }}
    >
      <Choice
        label={texts.what}
        value={post}
        options={posts.map((option) => ({ id: option.post, name: postWords(option.post) }))}
        choose={(to) =>
          change(() => {
            setPost(posts.find((option) => option.post === to)?.post ?? 'department')
            // Of the band's there is mostly one, and it stands first.
            choose(to === 'md' ? (musicFirst(cues)[0]?.id ?? '') : '')
          })
        }
      />
      {needs === null ? null : (
        <Choice
          label={texts[needs].label}
          empty={texts[needs].empty}
          value={chosen}
          options={options}
          choose={(to) => change(() => choose(to))}
        />
      )}
      {needs !== null && options.length === 0 ? (
        <Lack what={lackOf[needs]} edits className={c('hint')} />
      ) : null}
      {kind?.several ? <HowMany several={several} set={(to) => change(() => setSeveral(to))} /> : null}
      <button type="submit" className={c('make')} disabled={invite === null}>
        {texts.make}
      </button>
      <div className={c('made')} role="status">
        <Outcome press={made.press} addresses={devices.addresses} several={made.several} />
      </div>
      <p className={c('hint')}>{texts.noPhone}</p>
    </form>
  )
}

/** The invitation that was sent last, and what came of it. */
function useInvite() {
  const link = useLink()
  const [sent, setSent] = useState<{ readonly id: string; readonly several: boolean } | null>(null)
  const press = usePress(sent?.id ?? null)
  const send = (command: Extract<WireCommand, { name: 'device.invite' | 'group.invite' }>) =>
    setSent({ id: link.press(command), several: command.name === 'group.invite' })
  return { send, made: { press, several: sent?.several ?? false }, forget: () => setSent(null) }
}

const lackOf = { department: 'departments', person: 'people', place: 'places' } as const

function optionsFor(
  post: Post,
  needs: Needs,
  cues: Given<'cues'>['cues'],
  devices: DevicesSection,
): readonly Option[] {
  if (post === 'md') return musicFirst(cues)
  if (needs === 'department') return cues?.departments ?? []
  if (needs === 'place') return devices.places
  const { compare } = new Intl.Collator(localeNow())
  return devices.people.toSorted((one, other) => compare(one.name, other.name))
}

const musicFirst = (cues: Given<'cues'>['cues']) =>
  (cues?.departments ?? []).toSorted(
    (one, other) => Number(other.music ?? false) - Number(one.music ?? false),
  )

const counts = [5, 10, 20, 50]
const hours = [1, 4, 12]
const HOUR_MINUTES = 60

/** One device by default; several within a number and a time. */
function HowMany({
  several,
  set,
}: {
  readonly several: Several | null
  readonly set: (to: Several | null) => void
}) {
  const { pairing: texts } = useWords()
  const one: Option = { id: '1', name: texts.one }
  const minutes = several?.minutes ?? 4 * HOUR_MINUTES
  return (
    <div className={c('bounds')}>
      <Choice
        label={texts.howMany}
        value={String(several?.devices ?? 1)}
        options={[
          one,
          ...counts.map((count) => ({ id: String(count), name: texts.upTo({ devices: count }) })),
        ]}
        choose={(to) => set(to === '1' ? null : { devices: Number(to), minutes })}
      />
      {several === null ? null : (
        <Choice
          label={texts.howLong}
          value={String(minutes)}
          options={hours.map((count) => ({
            id: String(count * HOUR_MINUTES),
            name: texts.within({ hours: count }),
          }))}
          choose={(to) => set({ ...several, minutes: Number(to) })}
        />
      )}
    </div>
  )
}

export function Choice({
  label,
  value,
  options,
  empty,
  choose,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly empty?: string
  readonly choose: (id: string) => void
}) {
  return (
    <select
      className={c('field')}
      aria-label={label}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  )
}

function Outcome({
  press,
  addresses,
  several,
}: {
  readonly press: Press | null
  readonly addresses: readonly string[]
  readonly several: boolean
}) {
  const { pairing: texts } = useWords()
  if (press === null) return null
  const { outcome } = press
  if (outcome === null) return press.slow ? texts.sending : null
  if (outcome.kind !== 'done') return outcome.sentence
  return outcome.link === null ? null : (
    <MadeLink path={outcome.link} code={outcome.code} addresses={addresses} several={several} />
  )
}
