// The moment at the now-line: its cues, who has answered the standby, and what it is called on.

import { between, type Duration, formatLength, type Instant } from '../../core/kit/time.ts'
import type { CallingSection, CuesSection, MomentLine, StandbyLine } from '../../core/night/sections.ts'
import type { Sections } from '../../wire/messages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { cueWhen } from '../ui/phase.ts'
import { Sign } from '../ui/signs.tsx'
import { agoWords } from '../ui/words.ts'
import { Lack } from './lack.tsx'
import styles from './now-block.module.css'
import { missingClear, momentAt } from './places.ts'
import { type Column, columnsOf, isLongName, standbyOf } from './strip.ts'
import { followerWords } from './strip-rows.tsx'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

const MINUTE_MS = 60_000

export function NowBlock({ desk }: { readonly desk: Desk }) {
  const { cues, calling, position } = desk.sections
  const { nowBlock: texts, signs } = useWords()
  const moment = cues && calling ? momentAt(cues, calling.next) : null
  if (!cues || !calling || !moment)
    return <NothingLeft cues={cues} calling={calling} edits={desk.rights.edits} />
  const standby = standbyOf(calling, moment)
  const columns = columnsOf(cues, moment, standby)
  return (
    <div className={c('now', standby !== null && 'standing')}>
      <div className={c('state')}>
        {position?.running.heldSince ? <Held since={position.running.heldSince} /> : null}
        {standby ? (
          <Sign kind="standby" word={signs.standby} />
        ) : (
          <span className={c('quiet')}>{texts.next}</span>
        )}
        <When sections={desk.sections} moment={moment} />
        <span className={c('gap')} />
        {standby && desk.rights.calls && columns.some((column) => column.acknowledged === null) ? (
          <Button small className={c('cans')} onClick={() => desk.cans(null)}>
            {texts.allOnCans} <KeyHint>a</KeyHint>
          </Button>
        ) : null}
      </div>
      <ul className={c('columns', columns.length > 4 && 'many')}>
        {columns.map((column, index) => (
          <Department key={column.department.id} {...{ column, standby, moment, index, desk }} />
        ))}
      </ul>
      <div className={c('last')}>
        <CalledOn moment={moment} />
        <Clear desk={desk} moment={moment} calling={calling} />
      </div>
    </div>
  )
}

function Held({ since }: { readonly since: Instant }) {
  const { signs } = useWords()
  return (
    <span className={c('held')}>
      <Sign kind="hold" word={signs.hold} />{' '}
      <Live className={c('when')} text={(now) => formatLength(between(since, now))} />
    </span>
  )
}

function NothingLeft({
  cues,
  calling,
  edits,
}: {
  readonly cues: CuesSection | undefined
  readonly calling: CallingSection | undefined
  readonly edits: boolean
}) {
  const { nothingLeft } = useWords().nowBlock
  if (cues?.moments.length === 0)
    return (
      <div className={c('now')}>
        <Lack what="cues" edits={edits} className={c('quiet')} />
      </div>
    )
  return (
    <div className={c('now')}>
      <p className={c('quiet')}>{cues && calling ? nothingLeft : ''}</p>
    </div>
  )
}

function When({
  sections: { position },
  moment,
}: {
  readonly sections: Sections
  readonly moment: MomentLine
}) {
  if (!position) return null
  return <Live className={c('when')} text={(now) => cueWhen(position, moment.at, now)} />
}

function Department({
  column,
  standby,
  moment,
  index,
  desk,
}: {
  readonly column: Column
  readonly standby: StandbyLine | null
  readonly moment: MomentLine
  readonly index: number
  readonly desk: Desk
}) {
  const texts = useWords().nowBlock
  const { names, followers, department } = column
  return (
    <li className={c('column')}>
      {names.length > 0 ? (
        <span className={c('name', isLongName(names.join(' ')) && 'long')}>{names.join(' ')}</span>
      ) : null}
      {followers.map((cue) => (
        <span
          key={cue.name}
          className={names.length > 0 ? c('follower') : c('name', isLongName(cue.name) && 'long')}
        >
          {cue.name} {names.length > 0 ? followerWords(cue, moment) : ''}
        </span>
      ))}
      {column.titles.length > 0 ? <span className={c('title')}>{column.titles.join('; ')}</span> : null}
      <span className={c('answer')}>
        {standby === null ? null : column.acknowledged ? (
          <span className={c('answered')}>
            {column.acknowledged.channel === 'cans' ? texts.standingByOnCans : texts.standingBy}
          </span>
        ) : (
          <>
            <Live
              className={c('silent')}
              text={(now) => texts.silent({ time: silentWords(between(standby.at, now)) })}
            />
            {desk.rights.calls ? (
              <Button small className={c('cans')} onClick={() => desk.cans(index)}>
                <span>
                  <span className="spoken">{texts.answered({ department: department.name })} </span>
                  <span className={c('onWord')}>{texts.onCans}</span>
                  <span className={c('shorter')}>{texts.cans}</span>
                </span>
                {index < 9 ? <KeyHint>{String(index + 1)}</KeyHint> : null}
              </Button>
            ) : null}
          </>
        )}
      </span>
    </li>
  )
}

/** As many letters after a minute as before it: a line that grew would move what is pressed below it. */
const silentWords = (ms: Duration): string => (ms < MINUTE_MS ? agoWords(ms) : formatLength(ms))

/** Whose word the cue waits for, and the caller's key for it: it was heard on cans. */
function Clear({
  desk,
  moment,
  calling,
}: {
  readonly desk: Desk
  readonly moment: MomentLine
  readonly calling: CallingSection
}) {
  const { nowBlock: texts, desk: common } = useWords()
  if (moment.waitsFor === null) return null
  const waits = missingClear(calling, moment) !== null
  return (
    <div className={c('clear')}>
      <span className={c(waits ? 'silent' : 'answered')}>
        {waits ? common.waitsFor({ who: moment.waitsFor }) : texts.clear({ who: moment.waitsFor })}
      </span>
      {desk.rights.calls ? (
        <Button small className={c('cans')} onClick={desk.clear}>
          {waits ? texts.clearOnCans : texts.withdraw} <KeyHint>k</KeyHint>
        </Button>
      ) : null}
    </div>
  )
}

function CalledOn({ moment }: { readonly moment: MomentLine }) {
  const { nowBlock: texts, department } = useWords()
  // The line is underlined wherever in the sentence the language puts it.
  const [before, after] = texts.on({ line: '‹›' }).split('‹›')
  const watches = moment.cues.flatMap((cue) =>
    cue.how === 'visual' && cue.watch !== null
      ? [department.visual({ watch: cue.watch })]
      : cue.how === 'timed' && cue.watch !== null
        ? [cue.watch]
        : [],
  )
  return (
    <p className={c('on')}>
      {moment.line === null ? null : (
        <>
          {before}
          <mark>{moment.line}</mark>
          {after}{' '}
        </>
      )}
      {watches.length > 0 ? <span className={c('watch')}>{[...new Set(watches)].join(' · ')}</span> : null}
    </p>
  )
}
