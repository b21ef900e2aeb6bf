// Who plays which part tonight, as it is hung up, laid in and read out; one press each says that it was.

import type { CastBoardSection } from '../../core/night/cast-board.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useWords } from '../speech/speech.ts'
import styles from './cast-board.module.css'
import { classes } from './classes.ts'
import { formatClock } from './clock.ts'
import { Button } from './frame.tsx'

const c = classes(styles)

const channels = ['board', 'slip', 'announcement'] as const

type Parts = {
  readonly castBoard: CastBoardSection
  readonly zone: string
  /** Null where it is only read. */
  readonly say: ((command: WireCommand) => void) | null
}

export function CastBoard({ castBoard, zone, say }: Parts) {
  const { slips } = useWords().plan
  const { version, lines, usual, used } = castBoard
  return (
    <section className={c('part')} aria-label={slips.title}>
      <h2 className={c('heading')}>{slips.title}</h2>
      {lines.length === 0 ? <p className={c('quiet')}>{slips.none}</p> : null}
      <ul className={c('lines')}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > 0 && say !== null ? (
        <>
          {usual > 0 ? <p className={c('quiet')}>{slips.usual({ many: usual })}</p> : null}
          <ul className={c('lines')}>
            {channels.map((channel) => {
              const done = used.find((one) => one.channel === channel)
              return (
                <li key={channel} className={c('row')}>
                  <span className={c('state')}>
                    {done === undefined
                      ? `${slips.channels[channel]}: ${slips.notYet}`
                      : slips.done({
                          ...{ channel: slips.channels[channel], by: done.by },
                          when: formatClock(done.at, zone, false),
                        })}
                  </span>
                  <Button
                    onClick={() => say({ name: 'plan.announce', version, channel, used: done === undefined })}
                  >
                    {done === undefined ? slips.say[channel] : slips.unsay[channel]}
                  </Button>
                </li>
              )
            })}
          </ul>
        </>
      ) : null}
    </section>
  )
}
