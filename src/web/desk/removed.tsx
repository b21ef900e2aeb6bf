// Devices that are gone or were copied, and what each may have read: so that somebody can decide whom to tell.

import { useState } from 'react'
import type { Exposure } from '../../core/installation/exposure.ts'
import type { DevicesSection } from '../../wire/messages.ts'
import type { RemovedLine } from '../../wire/mine.ts'
import { asJson, readAnswer } from '../answers/read-answer.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { formatDay } from './days.ts'
import styles from './screens.module.css'

const c = classes(styles)

export function Removed({
  devices,
  timeZone,
  managing,
}: {
  readonly devices: Pick<DevicesSection, 'removed'>
  readonly timeZone: string
  readonly managing: boolean
}) {
  const { exposure: words } = useWords()
  // A copy is said at once; what was removed by hand, where screens are managed.
  const shown = devices.removed.filter(({ isCopied }) => managing || isCopied)
  if (shown.length === 0) return null
  return (
    <ul className={c('groups')} aria-label={words.title}>
      {shown.map((line) => (
        <li key={line.id} className={c('line')}>
          <p className={c('hint')}>
            {line.isCopied ? '◆ ' : ''}
            {saidOf(words, line, (at) => formatDay(at, timeZone))}
          </p>
          {managing ? <MayHaveRead device={line.id} timeZone={timeZone} /> : null}
        </li>
      ))}
    </ul>
  )
}

type Words = ReturnType<typeof useWords>['exposure']

function saidOf(words: Words, line: RemovedLine, when: (at: RemovedLine['at']) => string): string {
  const { name, at, heardAt } = line
  if (line.isCopied)
    return line.isIn ? words.copiedIn({ name, at: when(at) }) : words.copied({ name, at: when(at) })
  const gone = (line.hasLeft ? words.left : words.removed)({ name, at: when(at) })
  return heardAt === null ? gone : `${gone} ${words.heard({ at: when(heardAt) })}`
}

type Sealed = { readonly held: readonly { readonly name: string }[] }
type Told = { readonly exposure: Exposure; readonly sealed: Sealed | null } | 'unreachable'

async function ask(device: string): Promise<Told> {
  const asked = fetch(`/api/exposure?device=${encodeURIComponent(device)}`)
  const { told: exposure } = await readAnswer<Exposure>(asked, ['from', 'nights', 'sees'])
  if (exposure === null) return 'unreachable'
  const { told: sealed } = await readAnswer<Sealed>(fetch('/api/sealed/exposure', asJson({ device })), [
    'held',
  ])
  return { exposure, sealed }
}

export function MayHaveRead({ device, timeZone }: { readonly device: string; readonly timeZone: string }) {
  const { exposure: words } = useWords()
  const [told, tell] = useState<Told | null>(null)
  return (
    <>
      <Button small onClick={() => void ask(device).then(tell)}>
        {words.ask}
      </Button>
      <div role="status">
        {told === 'unreachable' ? <p className={c('hint')}>{words.unreachable}</p> : null}
        {told === null || told === 'unreachable' ? null : <Read {...told} timeZone={timeZone} />}
      </div>
    </>
  )
}

function Read({ exposure, sealed, timeZone }: Exclude<Told, 'unreachable'> & { readonly timeZone: string }) {
  const { exposure: words } = useWords()
  const when = (at: Exposure['from']) => formatDay(at, timeZone)
  const { from, until, nights, nightsBefore } = exposure
  return (
    <>
      <p className={c('hint')}>
        {until === null
          ? words.since({ from: when(from) })
          : words.between({ from: when(from), until: when(until) })}
      </p>
      <ul className={c('read')}>
        {exposure.sees.map(({ kind, scope }) => (
          <li key={kind}>{words.line({ what: words.kinds[kind], how: words.scopes[scope] })}</li>
        ))}
      </ul>
      <p className={c('hint')}>
        {nights.length === 0
          ? words.noNight
          : words.nights({
              titles: nights.map(({ title, curtainAt }) => `${title}, ${when(curtainAt)}`).join('; '),
              more: nightsBefore,
            })}
      </p>
      {exposure.letIn.length === 0 ? null : (
        <p className={c('hint')}>
          {words.letIn({ names: exposure.letIn.join(', '), more: exposure.letInBefore })}
        </p>
      )}
      {exposure.openLinks.length === 0 ? null : (
        <p className={c('hint')}>{words.openLinks({ names: exposure.openLinks.join(', ') })}</p>
      )}
      <p className={c('hint')}>
        {sealed === null
          ? words.sealedUnknown
          : sealed.held.length === 0
            ? words.noSealed
            : words.sealed({ names: sealed.held.map(({ name }) => name).join(', ') })}
      </p>
    </>
  )
}
