// What of the record cannot be read any more, under the desk's top, until somebody has read it (LOG-26).

import type { Damage } from '../../core/paperwork/damage.ts'
import { useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { damageWords } from '../ui/damage-words.ts'
import { Button } from '../ui/frame.tsx'
import styles from './damage-line.module.css'

const c = classes(styles)

export function DamageLine({
  damage,
  timeZone,
}: {
  readonly damage: readonly Damage[]
  readonly timeZone: string
}) {
  const { damaged: texts } = useWords()
  const link = useLink()
  if (damage.length === 0) return null
  return (
    <div className={c('damage')} role="alert">
      <ul className={c('lines')}>
        {damage.map((one) => (
          <li key={`${one.of} ${one.from}`}>{damageWords(texts, one, timeZone)}</li>
        ))}
      </ul>
      <Button small onClick={() => link.press({ name: 'damage.read' })}>
        {texts.read}
      </Button>
    </div>
  )
}
