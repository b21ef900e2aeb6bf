// The addresses at which the app itself is served: what it shows there it chooses in the browser.

import { addressedScreens } from '../../core/installation/screens.ts'

export const SCREEN_PATHS = ['', ...addressedScreens, 'watch/desk', 'watch/phone'].map((name) => `/${name}`)
