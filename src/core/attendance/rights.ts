// What a screen of the sheet offers, by the same table that decides.

import { may, type Viewer } from '../disclosure/policy.ts'

/** Whoever may sign for anybody who tells them. */
export const signsForOthers = (viewer: Viewer): boolean => may(viewer, 'sign for others')
