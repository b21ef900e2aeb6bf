// British English, complete: the first language, whose shape all others have.

import { department, music, ownWords } from './british/department.ts'
import { counts, display, frame, link, signs, times, vamps, where } from './british/frame.ts'
import { house, houseAtDesk, houseReport } from './british/house.ts'
import { join } from './british/join.ts'
import { board, pocket } from './british/pocket.ts'
import { wing } from './british/wing.ts'

export const british = {
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
  board,
  wing,
  department,
  ownWords,
  music,
  house,
  houseAtDesk,
  houseReport,
}
