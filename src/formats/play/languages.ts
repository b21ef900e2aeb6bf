// In which languages comings and goings are understood, and how a scene of such a play lists who is in it.

import type { Play, Scene } from './play.ts'
import type { Clause } from './told.ts'
import { toldInEnglish } from './told-english.ts'
import { toldInFrench } from './told-french.ts'
import { toldInGerman } from './told-german.ts'

export type Language = {
  readonly told: (text: string) => readonly Clause[]
  /** Scenes are divided where somebody comes or goes, and say at their head who is in them. */
  readonly lists: boolean
  /** Several under one word, who may be in no list of persons. */
  readonly crowds: RegExp | null
}

const germanCrowds =
  /(?<!\p{L})(?:Gefolge|Zuge?|Truppen|Heer|Kriegsvolk|Soldaten|Krieger|Matrosen|Schiffer|Schauspieler|Volk|Bürger|Wachen?|Diener(?:schaft)?|Bediente[nr]?|Dienstleute|Hofleute|Hofstaat|Herren|Damen|Lords|Ladys|Ritter|Edelleute|Leute|Bauern|Landleute|Kinder|Knaben|Mädchen|Elfen|Feen|Geister|Priester|Sklaven|Jäger|Musikanten|Spielleute|Pagen|Trabanten|Chor|Männer|Frauen|Weiber|Gäste|Anführer|andere|andre)(?!\p{L})/gu
const frenchCrowds =
  /(?<!\p{L})(?:suite|gardes|valets|laquais|peuple|soldats|foule|troupe|courtisans|bourgeois|musiciens|danseurs|violons|garçons|serviteurs|domestiques|gens|seigneurs|dames|autres)(?!\p{L})/giu

const english: Language = { told: toldInEnglish, lists: false, crowds: null }
const german: Language = { told: toldInGerman, lists: true, crowds: germanCrowds }
const french: Language = { told: toldInFrench, lists: true, crowds: frenchCrowds }

/** The same direction is asked about up to four times. */
const known = new WeakMap<Play, Language>()

export function languageOfPlay(play: Play): Language | undefined {
  const before = known.get(play)
  if (before) return before
  const language = languageFor(play)
  if (!language) return undefined
  const told = new Map<string, readonly Clause[]>()
  const remembering: Language = {
    ...language,
    told: (text) => {
      const clauses = told.get(text) ?? language.told(text)
      told.set(text, clauses)
      return clauses
    },
  }
  known.set(play, remembering)
  return remembering
}

function languageFor({ language }: Play): Language | undefined {
  const [tag] = (language ?? 'en').split('-')
  if (tag === 'en') return english
  if (tag === 'de') return german
  return tag === 'fr' ? french : undefined
}

/** Who is listed at the head of a scene, in pieces, and whether those of the scene before are. */
export type Listed = {
  readonly named: readonly string[]
  readonly asBefore: boolean
  readonly without: readonly string[]
}

const before =
  /(?<!\p{L})(?:(?:die |der |das |ein )?vorige[nrs]?|(?:les )?m[êe]mes|(?:les )?pr[ée]c[ée]dents)(?!\p{L})/iu
const except = /(?<!\p{L})(?:ohne|außer|ausser|sans|except[ée]|hors|moins)(?!\p{L})(?<who>[^.;)]*)/iu
const everyExcept = new RegExp(except, 'giu')
const joiners =
  /\s*(?:[,.;:()–—]|(?<!\p{L})(?:und|nebst|sowie|mit|dann|später|et|puis|avec|ensuite|allein|seule?)(?!\p{L}))\s*/iu
/** What the list of a scene is written in; longer directions tell of the room. */
export const LIST_LENGTH_MAX = 240

/** Its heading, and the directions before anybody speaks. */
export function listedIn(scene: Scene): Listed {
  const first = scene.events.findIndex(({ kind }) => kind === 'speech')
  const directions = scene.events
    // Where nobody speaks at all, whoever is told of is on: a dumb show.
    .slice(0, first === -1 ? scene.events.length : first + 1)
    .flatMap((event) => (event.kind === 'direction' ? event.told.map(({ text }) => text) : []))
  const texts = [scene.title, ...directions].filter((text) => text.length <= LIST_LENGTH_MAX)
  const all = texts.join('. ')
  const without = [...all.matchAll(everyExcept)].flatMap((found) => found.groups?.['who'] ?? [])
  const named = texts.flatMap((text) => text.replace(except, '').replace(before, '').split(joiners))
  return {
    named: named.filter((piece) => /\p{L}/u.test(piece)),
    asBefore: before.test(all),
    without: without.flatMap((piece) => piece.split(joiners)).filter((piece) => /\p{L}/u.test(piece)),
  }
}
