// What a page says to the worker that keeps the app.

/** Use the newer app from now on: said between performances only. */
export const TAKE_OVER = 'take-over'

/** A card was opened, which the worker need not have been woken for. */
export const CARD_OPENED = 'card-opened'
