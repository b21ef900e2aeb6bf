// The lists beside the deck's, one line each: their next cue, and their own standby and GO.

import type { CuesSection, MomentLine } from '../../core/night/sections.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { Sign } from '../ui/signs.tsx'
import styles from './lists.module.css'
import { missingClear, momentAt, momentWords } from './places.ts'
import { standbyOf } from './strip.ts'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function Lists({ desk }: { readonly desk: Desk }) {
  const texts = useWords().strip
  const { cues, calling } = desk.sections
  if (!cues || !calling || calling.lists.length === 0) return null
  return (
    <ul className={c('lists')} aria-label={texts.lists}>
      {calling.lists.map(({ name, next }) => (
        <ListLine key={name} name={name} desk={desk} moment={momentAt(cues, next)} cues={cues} />
      ))}
    </ul>
  )
}

function ListLine({
  name,
  moment,
  desk,
}: {
  readonly name: string
  readonly moment: MomentLine | null
  readonly desk: Desk
  readonly cues: CuesSection
}) {
  const { controls, desk: common, signs, strip: texts } = useWords()
  const { calling } = desk.sections
  const standing = calling && moment ? standbyOf(calling, moment) : null
  const waits = calling && moment ? missingClear(calling, moment) : null
  return (
    <li className={c('line')}>
      <span className={c('name')}>{name}</span>
      <span className={c('cue')}>
        {moment ? `${momentWords(moment)} · ${moment.cues[0]?.title ?? ''}` : texts.noCueLeft}
        {waits === null ? '' : ` · ${common.waitsFor({ who: waits })}`}
      </span>
      {desk.rights.calls && moment ? (
        <>
          <Button
            className={c('control')}
            disabled={standing !== null}
            onClick={() => desk.listStandby(moment)}
          >
            {standing ? <Sign kind="standby" word={signs.standby} /> : controls.standby}
            <span className="spoken"> {momentWords(moment)}</span>
          </Button>
          <Button
            className={c('control')}
            data-list-go={name}
            disabled={waits !== null}
            onClick={() => desk.listGo(moment)}
          >
            {standing && waits === null ? <Sign kind="go" word={signs.go} /> : signs.go}
            <span className="spoken"> {momentWords(moment)}</span>
          </Button>
        </>
      ) : null}
    </li>
  )
}
