// Who speaks in a script: each name is somebody, whatever its capitals; two names joined are both, where both speak alone as well.

import type { Character, Question } from '../play/play.ts'

const crowds = /^(?:ALL|BOTH|EVERYBODY|EVERYONE|CHORUS|COMPANY|CROWD|ENSEMBLE|THE OTHERS|OTHERS)$/
const joined = /\s+(?:&|AND|UND|ET)\s+|\s*[/,+]\s*/i

type Named = { readonly name: string; readonly line: number }

export class Names {
  readonly characters: readonly Character[]
  readonly questions: readonly Question[]
  readonly #both = new Map<string, readonly string[]>()

  /** As each was first written: programs show capitals where “Bess” and “BESS” were typed. */
  readonly #written = new Map<string, string>()

  constructor(all: readonly Named[]) {
    const first = new Map<string, number>()
    for (const { name, line } of all) {
      if (this.#written.has(name.toUpperCase())) continue
      this.#written.set(name.toUpperCase(), name)
      first.set(name, line)
    }
    const questions: Question[] = []
    for (const name of first.keys()) {
      const parts = name.split(joined).map((part) => this.#asWritten(part))
      if (parts.length > 1 && parts.every((part) => part !== name && first.has(part)))
        this.#both.set(name, parts)
    }
    this.characters = [...first].flatMap(([name, line]) => {
      if (this.#both.has(name)) return []
      const isGroup = crowds.test(name.toUpperCase())
      if (isGroup) questions.push({ line, kind: 'person', message: `“${name}” are several; who are they?` })
      else if (joined.test(name))
        questions.push({
          line,
          kind: 'person',
          message: `“${name}” is one or several, and not each of them speaks alone; who is it?`,
        })
      return [{ id: name, name, line, isGroup }]
    })
    this.questions = questions
  }

  idsOf(name: string): readonly string[] {
    const written = this.#asWritten(name)
    return this.#both.get(written) ?? [written]
  }

  #asWritten(name: string): string {
    return this.#written.get(name.toUpperCase()) ?? name
  }
}
