// The screens of the house: who is connected, who is silent, and how another one is let in.

import { memo, useState } from 'react'
import { between } from '../../core/kit/time.ts'
import type { DeviceLine } from '../../wire/messages.ts'
import { type Given, useLink } from '../link/store.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { agoWords } from '../ui/words.ts'
import { Pairing } from './pairing.tsx'
import styles from './screens.module.css'
import { useArmed } from './use-armed.ts'

const c = classes(styles)

export const Screens = memo(function Screens({
  devices,
  cues,
  pairs,
}: Given<'devices' | 'cues'> & { readonly pairs: boolean }) {
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
        {pairs ? (
          <Button small className={c('manage')} onClick={() => manage(!managing)} aria-expanded={managing}>
            {managing ? 'Done' : 'Pair a screen'}
          </Button>
        ) : null}
      </div>
      {managing ? <Pairing cues={cues} devices={devices} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <ul className={c('list')} tabIndex={0} aria-labelledby="screens">
        {lines.map((line) => (
          <Screen key={line.id} line={line} removable={managing} />
        ))}
      </ul>
    </section>
  )
})

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
