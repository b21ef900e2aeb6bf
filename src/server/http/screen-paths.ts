// The addresses at which the app itself is served: what it shows there it chooses in the browser.

import { screenNames } from '../../core/installation/screens.ts'

export const SCREEN_PATHS = [
  '',
  ...screenNames,
  ...[
    'join',
    'report',
    'run-sheet',
    'statistics',
    'covered',
    'tasks',
    'beside',
    'sign-in-sheet',
    'cards',
    'door-codes',
    'network',
    'stage-map',
    're-order',
    'plan',
    'licences',
    'accident-book',
    'notices',
    'care',
    'trust',
    'book',
    'show',
    'first',
    'files',
    'post',
    'watch',
    'watch/desk',
    'watch/phone',
    'my-note',
    'sealed',
  ],
].map((name) => `/${name}`)
