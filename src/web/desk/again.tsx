// A new link for a device that stays silent where the house is now: the same post, one scan.

import { useState } from 'react'
import type { DeviceLine } from '../../wire/messages.ts'
import { useLink, usePress, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { MadeLink } from './made-link.tsx'
import styles from './screens.module.css'

const c = classes(styles)
const none: readonly string[] = []

export function Again({ line }: { readonly line: DeviceLine }) {
  const { reach: words } = useWords()
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const outcome = usePress(pressed)?.outcome ?? null
  const addresses = useSession((state) => state.sections.devices?.addresses ?? none)
  const { name: title, person, department, place } = line
  const invite = () =>
    setPressed(
      link.press({ name: 'device.invite', title, roles: [...line.roles], person, department, place }),
    )
  return (
    <>
      <div className={c('acts')}>
        <Button small onClick={invite}>
          {words.again}
        </Button>
      </div>
      {outcome?.kind === 'done' && outcome.link !== null ? (
        <div className={c('made')} role="status">
          <p className={c('hint')}>{words.againHint}</p>
          <MadeLink path={outcome.link} code={outcome.code} addresses={addresses} several={false} />
        </div>
      ) : (
        <p role="status">{outcome === null || outcome.kind === 'done' ? '' : outcome.sentence}</p>
      )}
    </>
  )
}
