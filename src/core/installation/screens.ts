// Which screens there are for devices, and which of them a device's role may see.

import { may, sees, type Viewer } from '../disclosure/policy.ts'

/** In the order in which they fit: whoever calls opens the desk, whatever else they are. */
export const screenNames = [
  'desk',
  'department',
  'house',
  'pocket',
  'wing',
  'room',
  'kiosk',
  'board',
  'sign-in',
] as const
export type ScreenName = (typeof screenNames)[number]

/** Every screen with an address of its own; those after the first are asked for by name and never sent to a device. */
export const addressedScreens = [
  ...screenNames,
  'join',
  'mine',
  'report',
  'run-sheet',
  'statistics',
  'covered',
  'tasks',
  'line-notes',
  'practice',
  'beside',
  'sign-in-sheet',
  'trust',
  'first',
  'watch',
  'files',
  'post',
  'book',
  'show',
  'plots',
  'cards',
  'door-codes',
  'network',
  'stage-map',
  're-order',
  'plan',
  'licences',
  'my-note',
  'sealed',
  'care',
  'accident-book',
  'notices',
] as const
export type AddressedScreen = (typeof addressedScreens)[number]

/** What a device was paired for, as far as screens go by it; also as it comes over the wire. */
type Sight = Pick<Viewer, 'roles'> & {
  readonly person: string | null
  readonly department: string | null
  readonly place: string | null
}

const fits: Readonly<Record<ScreenName, (viewer: Viewer) => boolean>> = {
  desk: (viewer) => sees(viewer, 'cues') === 'all',
  department: (viewer) => viewer.department !== null && sees(viewer, 'cues') === 'side',
  house: (viewer) => may(viewer, 'keep the house'),
  pocket: ({ person }) => person !== null,
  wing: (viewer) => viewer.place !== null && sees(viewer, 'side') !== null,
  room: ({ place, roles }) => place !== null && roles.includes('callboard'),
  kiosk: ({ roles }) => roles.includes('kiosk'),
  board: (viewer) => sees(viewer, 'position') === 'all',
  'sign-in': (viewer) => sees(viewer, 'attendance') === 'all',
}

// `as`: which one it is does not matter here, only whether there is one.
const viewerOf = (sight: Sight): Viewer => ({ ...sight, device: '' }) as Viewer

/** The screens a device with these roles may be sent to. */
export function screensFor(sight: Sight): readonly ScreenName[] {
  const viewer = viewerOf(sight)
  return screenNames.filter((screen) => fits[screen](viewer))
}

/** What it opens when nobody says otherwise. A tablet that stands in a wing is the side's, whoever picks it up. */
export function ownScreen(sight: Sight): ScreenName {
  if (sight.place !== null && sees(viewerOf(sight), 'side') === 'side') return 'wing'
  return screensFor(sight)[0] ?? 'board'
}

/** Whether this device may change the show: then it is asked what it would like to do where there is none. */
export const mayEditShow = (sight: Sight): boolean => may(viewerOf(sight), 'edit the show')

/** Whether somebody's opening of a sealed note may be this device's to look at (VAULT-13). */
export const mayReview = (sight: Sight): boolean => may(viewerOf(sight), 'look at openings')
