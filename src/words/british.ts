// British English, complete: the first language, whose shape all others have.

import { accident } from './british/accident.ts'
import { alone, trust } from './british/alone.ts'
import { asking } from './british/asking.ts'
import { announce, arrivals, attendance, home, kiosk, ownSign, signSheet } from './british/attendance.ts'
import { book } from './british/book.ts'
import { care } from './british/care.ts'
import { check } from './british/check.ts'
import { commands, posts, screenNames } from './british/commands.ts'
import { copies } from './british/copies.ts'
import { covered } from './british/covered.ts'
import { department, music, ownWords } from './british/department.ts'
import {
  calls,
  cans,
  coming,
  controls,
  damaged,
  desk,
  device,
  madeLink,
  nextNight,
  notes,
  nowBlock,
  pairing,
  runningOrder,
  said,
  screens,
  strip,
  thisDesk,
  topBar,
} from './british/desk.ts'
import { doorCodes, doorHelp, doorPad, ownCode } from './british/door-codes.ts'
import { drillTimes } from './british/drill-times.ts'
import { exportsTaken } from './british/exports-taken.ts'
import { exposure } from './british/exposure.ts'
import { firstAid } from './british/first-aid.ts'
import { counts, display, frame, link, signs, times, vamps, where } from './british/frame.ts'
import { handOver } from './british/hand-over.ts'
import { heads } from './british/heads.ts'
import { house, houseAtDesk, houseReport } from './british/house.ts'
import { helpForm, incident } from './british/incident.ts'
import { card } from './british/incident-page.ts'
import { join } from './british/join.ts'
import { kinds } from './british/kinds.ts'
import { lacks } from './british/lacks.ts'
import { licences } from './british/licences.ts'
import { letters, mine } from './british/mine.ts'
import { cards, letIn, reach } from './british/network.ts'
import { nextShow } from './british/next.ts'
import { notices, noticeText } from './british/notices.ts'
import { ownPages } from './british/own-pages.ts'
import { papers, report, runSheet, statistics, tasks } from './british/paper.ts'
import { pastTime } from './british/past-time.ts'
import { choice, plan } from './british/plan.ts'
import { plots } from './british/plots-page.ts'
import { board, pocket } from './british/pocket.ts'
import { post } from './british/post.ts'
import { practice } from './british/practice.ts'
import { beside, print } from './british/print.ts'
import { quietHelp } from './british/quiet-help.ts'
import { reorder } from './british/reorder.ts'
import { rollCall } from './british/roll-call.ts'
import { safety } from './british/safety.ts'
import { myNote, sealedNotes } from './british/sealed.ts'
import { ask, covers, microphones, ownPresence, seen, stays, wardsAsked } from './british/seen.ts'
import { sendReport } from './british/send.ts'
import { office } from './british/show.ts'
import { lineNotes, taking } from './british/taking.ts'
import { tech } from './british/tech.ts'
import { tonightChanged } from './british/tonight-changed.ts'
import { watch } from './british/watch.ts'
import { concern, lastWord, stageMap, whereIs } from './british/whereabouts.ts'
import { wing } from './british/wing.ts'

export const british = {
  accident,
  care,
  notices,
  noticeText,
  drillTimes,
  handOver,
  safety,
  signs,
  frame,
  link,
  display,
  times,
  counts,
  where,
  vamps,
  join,
  pocket,
  plan,
  plots,
  choice,
  board,
  wing,
  seen,
  covers,
  wardsAsked,
  microphones,
  ask,
  ownPresence,
  stays,
  department,
  book,
  ownPages,
  ownWords,
  music,
  desk,
  commands,
  screenNames,
  posts,
  said,
  screens,
  pairing,
  madeLink,
  device,
  topBar,
  damaged,
  controls,
  runningOrder,
  calls,
  nowBlock,
  coming,
  cans,
  nextNight,
  notes,
  strip,
  thisDesk,
  announce,
  arrivals,
  attendance,
  home,
  ownSign,
  kinds,
  kiosk,
  doorCodes,
  mine,
  letters,
  exposure,
  doorPad,
  doorHelp,
  ownCode,
  signSheet,
  alone,
  trust,
  office,
  lacks,
  watch,
  papers,
  report,
  runSheet,
  statistics,
  covered,
  tasks,
  practice,
  taking,
  tech,
  lineNotes,
  letIn,
  reach,
  check,
  cards,
  print,
  beside,
  house,
  houseAtDesk,
  houseReport,
  nextShow,
  myNote,
  sealedNotes,
  sendReport,
  incident,
  card,
  firstAid,
  rollCall,
  helpForm,
  post,
  copies,
  exportsTaken,
  pastTime,
  heads,
  licences,
  quietHelp,
  reorder,
  tonightChanged,
  concern,
  asking,
  lastWord,
  whereIs,
  stageMap,
}
