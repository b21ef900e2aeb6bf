// What a page says to the worker that keeps the app.

/** Use the newer app from now on: said between performances only. */
export const TAKE_OVER = 'take-over'
