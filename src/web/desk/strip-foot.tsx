// The foot of the strip: where the desk may go that is not straight on, and what the keys do right now.

import type { Sections } from '../../wire/messages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint, KeyWords } from '../ui/frame.tsx'
import { cutWords, lastCalled, skipWords } from './hands.ts'
import { JumpField } from './jump-field.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { pedalName, usePedal } from './pedal.ts'
import { momentAt, momentWords, rangeTarget, rangeWords } from './places.ts'
import { steppedBackWords } from './said.ts'
import styles from './strip-foot.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function StripFoot({ desk, lit }: { readonly desk: Desk; readonly lit: boolean }) {
  return (
    <div className={c('foot')}>
      {desk.rights.calls ? (
        <div className={c('elsewhere')}>
          {desk.aside === 'jump' ? (
            <JumpField desk={desk} />
          ) : desk.aside === 'outcome' ? (
            <OutcomePanel desk={desk} />
          ) : (
            <Elsewhere desk={desk} />
          )}
        </div>
      ) : null}
      {/* In the jump's field Ctrl+Enter is about the cue that was typed: the field says so itself. */}
      <KeysLine lit={lit} calls={desk.rights.calls && desk.aside !== 'jump'} sections={desk.sections} />
    </div>
  )
}

/** Five controls of one width, so that none moves under a hand. */
function Elsewhere({ desk }: { readonly desk: Desk }) {
  const texts = useWords().strip
  const { cues, calling } = desk.sections
  const next = cues && calling ? momentAt(cues, calling.next) : null
  const range = cues && calling ? rangeTarget(cues, calling) : null
  const last = lastCalled(desk.sections)
  return (
    <>
      <Button small className={c('one', 'wide')} disabled={range === null} onClick={desk.range}>
        <span className={c('clip')}>
          {range
            ? texts.standbyThrough({ cues: rangeWords(range.first, range.last) })
            : texts.standbyThroughNone}
        </span>
        <KeyHint>⇧ S</KeyHint>
      </Button>
      <Button small className={c('one')} onClick={() => desk.open('jump')}>
        <span className={c('clip')}>{texts.jump}</span>
        <KeyHint>j</KeyHint>
      </Button>
      <Guarded
        desk={desk}
        what={next ? skipWords(next) : null}
        words={texts.skip}
        hint="x"
        press={desk.skip}
      />
      <Guarded desk={desk} what={next ? cutWords(next) : null} words={texts.cut} hint="-" press={desk.cut} />
      <Button small className={c('one')} disabled={last === null} onClick={() => desk.open('outcome')}>
        <span className={c('clip')}>
          {last ? <span className="spoken">{texts.became({ cue: momentWords(last.moment) })}</span> : null}{' '}
          {texts.late}
        </span>
        <KeyHint>o</KeyHint>
      </Button>
    </>
  )
}

function Guarded({
  desk,
  what,
  words,
  hint,
  press,
}: {
  readonly desk: Desk
  readonly what: string | null
  readonly words: string
  readonly hint: string
  readonly press: () => void
}) {
  const { again } = useWords().strip
  const armed = what !== null && desk.armed === what
  return (
    <Button small className={c('one')} armed={armed} disabled={what === null} onClick={press}>
      <span className={c('clip')}>{armed ? again({ what: words }) : words}</span>
      <KeyHint>{hint}</KeyHint>
    </Button>
  )
}

/** Says what the space bar does right now. */
function KeysLine({
  lit,
  calls,
  sections,
}: {
  readonly lit: boolean
  readonly calls: boolean
  readonly sections: Sections
}) {
  const texts = useWords().strip
  const pedal = usePedal()
  return (
    <div className={c('keys')}>
      <span className={c('back')}>{steppedBackWords(sections)}</span>
      {calls ? (
        <span>
          {lit ? <KeyWords>{texts.keysHere}</KeyWords> : <KeyWords>{texts.keysAway}</KeyWords>}
          {pedal === null ? null : (
            <>
              {' '}
              · <KeyWords>{texts.pedal({ key: pedalName(pedal) })}</KeyWords>
            </>
          )}
        </span>
      ) : null}
    </div>
  )
}
