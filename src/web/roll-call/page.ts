// The script of the roll call's page: small, and by itself, so that it waits for nothing of the app.

import { ownShelf } from '../incident/own-shelf.ts'
import { mountRoll } from './roll.ts'

const root = document.querySelector<HTMLElement>('main.roll')
if (root) mountRoll(root, ownShelf())
