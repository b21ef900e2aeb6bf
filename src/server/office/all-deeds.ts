// What the office does on request: the show, its files, a night to watch. Read when somebody first asks for something of it.

import type { Clock } from '../clock/clock.ts'
import type { Demonstration } from '../demonstration/demonstration.ts'
import type { Stage } from '../hub/stage.ts'
import { bookDeeds } from './book-deeds.ts'
import { copyDeeds } from './copy-deeds.ts'
import type { Deeds } from './deeds.ts'
import { dryRunDeeds } from './dry-run.ts'
import { fileDeeds } from './file-deeds.ts'
import { letInDeeds } from './let-in.ts'
import { type Past, pastDeeds } from './past-deeds.ts'
import { type PostDesk, postDeeds } from './post-deeds.ts'
import type { ShowCheck } from './show-check.ts'
import { showDeeds } from './show-deeds.ts'
import { openUploadReader } from './upload-reader.ts'
import { watchDeeds } from './watch-deeds.ts'

export type Office = PostDesk & {
  readonly stage: Stage
  readonly clock: Clock
  readonly demonstration: Demonstration
  readonly shows: ShowCheck
  /** The record's file. */
  readonly record: string
  readonly version: string
  readonly restore: ((file: string, key: string) => void) | null
  readonly letIn: (() => void) | null
  readonly past: Past
}

export function allDeeds({ letIn, past, ...office }: Office): Deeds {
  const { stage, clock, shows, record } = office
  const uploads = openUploadReader({ clock })
  return new Map([
    ...postDeeds(office),
    ...copyDeeds(office),
    ...letInDeeds(stage, letIn),
    ...showDeeds(stage, shows),
    ...bookDeeds(stage, shows, uploads),
    ...dryRunDeeds({ stage, clock }),
    ...fileDeeds(stage, record, uploads),
    ...watchDeeds(stage, office.demonstration),
    ...pastDeeds(stage, past),
  ])
}
