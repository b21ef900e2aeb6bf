// The screens of the house: who is connected, who is silent, and how others are let in, named and sent about.

import { memo, useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { GroupLine } from '../../wire/messages.ts'
import { type Given, useLink, usePress, useSession, useStale } from '../link/store.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import { useArmed } from '../ui/use-armed.ts'
import { Letters } from './letters.tsx'
import { Pairing } from './pairing.tsx'
import { ReachLine, ReachPages } from './reach-line.tsx'
import { Removed } from './removed.tsx'
import { ScreenLine } from './screen-line.tsx'
import styles from './screens.module.css'
import { TrustLine } from './trust-line.tsx'

const c = classes(styles)

export const Screens = memo(function Screens({
  devices,
  cues,
  pairs,
  timeZone,
}: Given<'devices' | 'cues'> & { readonly pairs: boolean; readonly timeZone: string }) {
  const { screens: texts } = useWords()
  const [managing, manage] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const self = useSession((state) => state.viewer?.device ?? null)
  if (!devices) return null
  // The silent ones are the news; they stand first. A link that nobody has used is no screen yet, and stands last.
  const lines = devices.devices.toSorted(
    (a, b) => Number(b.paired) - Number(a.paired) || Number(a.connected) - Number(b.connected),
  )
  return (
    <section
      className={c('screens', managing && 'managing')}
      aria-labelledby="screens"
      data-managing={managing ? '' : undefined}
    >
      <div className={c('head')}>
        <h2 className={c('heading')} id="screens">
          {texts.title}
        </h2>
        {pairs ? (
          <Button small className={c('manage')} onClick={() => manage(!managing)} aria-expanded={managing}>
            {managing ? texts.done : texts.pair}
          </Button>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <section className={c('list')} tabIndex={0} aria-label={texts.all}>
        {pairs ? <ReachLine devices={devices} timeZone={timeZone} /> : null}
        {managing ? <Pairing cues={cues} devices={devices} /> : null}
        {managing ? <Ways secure={devices.secure} /> : null}
        <Removed devices={devices} timeZone={timeZone} managing={managing} />
        {devices.groups.length > 0 ? (
          <ul className={c('groups')} aria-label={texts.groups}>
            {devices.groups.map((group) => (
              <Group key={group.id} group={group} timeZone={timeZone} closes={managing} />
            ))}
          </ul>
        ) : null}
        <ul aria-labelledby="screens">
          {lines.map((line) => (
            <ScreenLine
              key={line.id}
              line={line}
              isThis={line.id === self}
              people={devices.people}
              open={managing && open === line.id}
              turn={managing ? () => setOpen(open === line.id ? null : line.id) : null}
            />
          ))}
        </ul>
      </section>
    </section>
  )
})

/** "Dressing room 4: 3 of 20, until 22:40". */
const Ways = ({ secure }: Parameters<typeof TrustLine>[0]) => (
  <>
    <TrustLine secure={secure} />
    <ReachPages />
  </>
)

function Group({
  group,
  timeZone,
  closes,
}: {
  readonly group: GroupLine
  readonly timeZone: string
  readonly closes: boolean
}) {
  const { screens: texts } = useWords()
  const link = useLink()
  const { armed, press } = useArmed()
  const stale = useStale()
  const [pressed, setPressed] = useState<string | null>(null)
  const outcome = usePress(pressed)?.outcome ?? null
  const address = useSession((state) => state.sections.devices?.addresses[0] ?? null)
  const { reach: words } = useWords()
  const close = (devices: boolean) => {
    const what = devices ? 'devices' : 'link'
    if (press(what)) link.press({ name: 'group.revoke', group: group.id, devices })
  }
  return (
    <li className={c('group')}>
      <span className={c('name')}>{group.name}</span>
      <span className={c('connected')}>
        {(stale ? texts.joinedLastHeard : texts.joined)({
          joined: group.joined,
          all: group.devicesMax,
          clock: untilWords(group.until, timeZone),
        })}
      </span>
      {closes ? (
        <span className={c('acts')}>
          <Button small onClick={() => setPressed(link.press({ name: 'group.code', group: group.id }))}>
            {words.letters}
          </Button>
          <Button small armed={armed === 'link'} onClick={() => close(false)}>
            {armed === 'link' ? texts.closeLinkAgain : texts.closeLink}
          </Button>
          <Button small armed={armed === 'devices'} onClick={() => close(true)}>
            {armed === 'devices' ? texts.closeAllAgain : texts.closeAll}
          </Button>
          {outcome?.kind === 'done' && outcome.code !== null ? (
            <span role="status">
              <Letters code={outcome.code} address={address ?? location.origin} />
            </span>
          ) : null}
        </span>
      ) : null}
    </li>
  )
}

const DAY_MS = 24 * 60 * 60_000

/** With its day where it is another than today's: a card may hang for weeks. */
function untilWords(until: Instant, timeZone: string): string {
  const clock = formatClock(until, timeZone, false)
  if (until - Date.now() < DAY_MS) return clock
  return `${new Intl.DateTimeFormat(localeNow(), { timeZone, day: 'numeric', month: 'short' }).format(until)}, ${clock}`
}
