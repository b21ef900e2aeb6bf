// Texts of setting the next performance, and of two in one day.

import { which } from './kinds.ts'

export const nextShow = {
  nth: ({ number, ofDay }: { readonly number: number; readonly ofDay: number }) =>
    ofDay < 2 ? which(number) : `${which(number)}, show ${ofDay} today`,
  suggestions: 'Usual times',
  todayAgain: ({ clock }: { readonly clock: string }) => `Today again, ${clock}`,
  tomorrow: ({ clock }: { readonly clock: string }) => `Tomorrow, ${clock}`,
  between: ({ length }: { readonly length: string }) => `Second show today: ${length} between the shows.`,
}
