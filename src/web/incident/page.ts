// The script of the card that is a page of its own: small, and the page is whole without it.

import { mountCard } from './card.ts'

const root = document.querySelector<HTMLElement>('main.incident')
const card = root && mountCard(root, localStorage)
// Held or pressed on another screen: that screen has written it down, or asks this page to.
if (location.hash === '#raised') card?.raise('hold', null)
