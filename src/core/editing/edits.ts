// What a stage manager changes in the show from the screen: each edit makes the next version of it, or says why not.

import { accepted, type Result, refused } from '../kit/result.ts'
import type { Show } from '../show/show.ts'
import { putCovers, removeCover, setCoverLevels, sweptCovers } from './covers.ts'
import { putCueRows } from './cue-rows.ts'
import { moveCue, putCue, removeCue } from './cues.ts'
import { putDepartment, removeDepartment } from './departments.ts'
import { changeDetails } from './details.ts'
import type { Edit, EditNamed } from './edit.ts'
import { putEntrances, removeEntrance } from './entrances.ts'
import { followCues } from './follow-cues.ts'
import { setHelp } from './help.ts'
import { setOrder } from './order.ts'
import { addPages, changePage, removePage } from './pages.ts'
import { addPeople, changePerson, removePerson } from './people.ts'
import { setPlaces } from './places.ts'
import {
  confirmCue,
  groupCue,
  noteCue,
  placeCue,
  readyCue,
  renameCue,
  settleQuestion,
  settleQuestions,
  shiftCue,
} from './placing.ts'
import { renumberCues } from './renumber.ts'
import { setSafety } from './safety.ts'
import { putRows, removeRow } from './tables/tables.ts'
import { putTracks, removeTrack } from './tracks.ts'

/** What may be done to a show that is locked for its performances. */
const whileLocked: ReadonlySet<Edit['name']> = new Set([
  ...(['show.lock', 'cue.note', 'help.set', 'safety.set'] as const),
])

export const locked = refused(
  'locked',
  'The show is locked for performance: unlock it in the book first, or write a note.',
)

/** `lockHolds`: not at a tech, where the show is changed while it runs; it is locked again for the next performance. */
export function editShow(show: Show, edit: Edit, lockHolds = true): Result<Show> {
  if (show.locked && lockHolds && !whileLocked.has(edit.name)) return locked
  const edited = isOfCovers(edit)
    ? ofCovers(show, edit)
    : isOfPages(edit)
      ? ofPages(show, edit)
      : isOfTables(edit)
        ? ofTables(show, edit)
        : done(show, edit)
  // Whatever moved a cue moved what is timed by it.
  return edited.ok ? accepted(sweptCovers(followCues(edited.value))) : edited
}

function done(show: Show, edit: Exclude<Edit, CoverEdit | PageEdit | TableEdit>): Result<Show> {
  switch (edit.name) {
    case 'details.change':
      return changeDetails(show, edit.details)
    case 'help.set':
      return setHelp(show, edit.help)
    case 'safety.set':
      return setSafety(show, edit.safety)
    case 'places.set':
      return setPlaces(show, edit.places)
    case 'people.add':
      return addPeople(show, edit.people)
    case 'person.change':
      return changePerson(show, edit.person, edit.to)
    case 'person.remove':
      return removePerson(show, edit.person)
    case 'order.set':
      return setOrder(show, edit.rows)
    case 'cue.put':
      return putCue(show, edit.cue, edit.row)
    case 'cue.move':
      return moveCue(show, edit.cue, edit.by)
    case 'cue.remove':
      return removeCue(show, edit.cue)
    case 'cue.place':
      return placeCue(show, edit)
    case 'cue.rename':
      return renameCue(show, edit)
    case 'cue.shift':
      return shiftCue(show, edit)
    case 'cue.group':
      return groupCue(show, edit)
    case 'cue.ready':
      return readyCue(show, edit)
    case 'cue.confirm':
      return confirmCue(show, edit)
    case 'cue.note':
      return noteCue(show, edit)
    case 'question.settle':
      return settleQuestion(show, edit)
    case 'questions.settle':
      return settleQuestions(show, edit)
    case 'show.lock':
      return accepted(lockShow(show, edit.locked))
    case 'department.put':
      return putDepartment(show, edit)
    case 'department.remove':
      return removeDepartment(show, edit.department)
    case 'tracks.put':
      return putTracks(show, edit.track, edit.rows)
    case 'track.remove':
      return removeTrack(show, edit.track)
    case 'entrances.put':
      return putEntrances(show, edit.entrance, edit.rows)
    case 'entrance.remove':
      return removeEntrance(show, edit.entrance)
    default:
      return edit satisfies never
  }
}

function lockShow({ locked: _before, ...show }: Show, isLocked: boolean): Show {
  return isLocked ? { ...show, locked: true } : show
}

type CoverEdit = EditNamed<'covers.put' | 'cover.remove' | 'covers.order'>
const isOfCovers = (edit: Edit): edit is CoverEdit => /^covers?\./.test(edit.name)

function ofCovers(show: Show, edit: CoverEdit): Result<Show> {
  if (edit.name === 'covers.put') return putCovers(show, edit.was, edit.rows)
  return edit.name === 'cover.remove' ? removeCover(show, edit.row) : setCoverLevels(show, edit.levels)
}

type PageEdit = EditNamed<'pages.add' | 'page.change' | 'page.remove'>
const isOfPages = (edit: Edit): edit is PageEdit => /^pages?\./.test(edit.name)

function ofPages(show: Show, edit: PageEdit): Result<Show> {
  if (edit.name === 'pages.add') return addPages(show, edit)
  return edit.name === 'page.change' ? changePage(show, edit) : removePage(show, edit)
}

type TableEdit = EditNamed<'table.put' | 'table.remove' | 'cues.put' | 'cues.renumber'>
const isOfTables = (edit: Edit): edit is TableEdit => /^table\.|^cues\./.test(edit.name)

function ofTables(show: Show, edit: TableEdit): Result<Show> {
  if (edit.name === 'cues.put') return putCueRows(show, edit.rows)
  if (edit.name === 'cues.renumber') return renumberCues(show, edit)
  return edit.name === 'table.put' ? putRows(show, edit) : removeRow(show, edit)
}
