// What is never said of somebody before an incident: that they are missing, why they are not here, how they are. (CONCERN-22)

import { isTest, lineOf, list, type Node, type Source, walk, word } from './source.ts'

/** Each with what it would say of a person. Where such a word is said of a thing, it stands in `ofThings`. */
const unsaid: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    what: 'calls somebody missing',
    pattern:
      /\b(?:missing|awol|a\.w\.o\.l|absent\w*|absen[ct]es?|truant\w*|deserted|no-shows?|vanished|disappeared|untraceable|cannot be traced|gone astray|whereabouts unknown|failed to (?:appear|report|turn up|sign)|did not (?:turn|show) up)\b/i,
  },
  {
    what: 'judges how somebody comes',
    pattern:
      /\b(?:late again|again late|always late|(?:is|are|was|were|been|being|came|comes|turned up|signed in) (?:\w+ )?late|late arrivals?|minutes late|lateness|tardy|unpunctual\w*|punctual\w*|unreliable|repeat offender|warning issued|disciplin\w+|so often)\b/i,
  },
  {
    what: 'tells why somebody is not here',
    pattern:
      /\b(?:reasons? (?:for|of|given|why|they|she|he)|excuses?|excused|calls? in sick|(?:called|calling) in sick|sick(?:ness)? (?:call|leave|day)|personal day|bereave\w*|compassionate leave|maternity|on leave|in the (?:toilet|lavatory|loo)|smok(?:ing|e) break|gone for a smoke)\b/i,
  },
  {
    what: 'says how somebody is',
    pattern:
      /\b(?:sick|sickness|ill|illness|unwell|poorly|injur\w+|hurt|faint\w*|collaps\w+|overdos\w+|drunk\w*|drugs?|pregnan\w+|medical\w*|diagnos\w+|symptom\w*|anxi\w+|depress\w+|panic\w*|unconscious|unresponsive|in distress|mental\w*|health|allerg\w+|asthma\w*|seizure\w*|suicid\w*|risk score)\b/i,
  },
]

/** The same words said of a thing, of whoever needs help now, or by a help line of itself: text by text. */
const ofThings: readonly { readonly file: string; readonly text: RegExp }[] = [
  { file: 'src/core/paperwork/sheets/incident.ts', text: /^Somebody is hurt, ill or does not answer$/ },
  { file: 'src/words/british/incident.ts', text: /^If somebody is hurt$/ },
  // What a crew asks for, and what is printed as UNKNOWN where nobody said it.
  { file: 'src/core/incident/record.ts', text: /^(?:injuries|allergies)$/ },
  { file: 'src/core/incident/sheet.ts', text: /^(?:injuries|allergies|Injuries or information)$/i },
  {
    file: 'src/words/british/incident-page.ts',
    text: /^(?:Injuries seen|Allergies, as they or others say)$/,
  },
  // First aid: what its pack is called by whoever looks for it.
  { file: 'src/words/british/first-aid.ts', text: /^Seizure$/ },
  { file: 'src/words/british/incident-page.ts', text: /^Seizure: care begun$/ },
  // What one says of oneself, on one's own phone, for responders alone.
  { file: 'src/core/vault/note.ts', text: /^(?:allergies|pregnancy)$/ },
  { file: 'src/words/british/sealed.ts', text: /^(?:Allergies|Pregnancy)$/ },
  // Afterwards, in the accident book: what a page of it asks, and the name of a law.
  { file: 'src/words/british/accident.ts', text: /^(?:A near miss: nobody was hurt|Who was hurt)$/ },
  {
    file: 'src/core/accident/statutory.ts',
    text: /^(?:A death, a specified injury, or a dangerous occurrence|Reporting of Injuries, Diseases and Dangerous .*)$/,
  },
  { file: 'src/words/british/seen.ts', text: /^If somebody is hurt: the emergency number/ },
  { file: 'src/core/show/countries/american.ts', text: /^anybody in distress, by call|Crisis Lifeline/ },
  { file: 'src/core/show/countries/british.ts', text: /^anybody in distress, day and night/ },
  { file: 'src/server/log/audit.ts', text: /^it is missing$/ },
  { file: 'src/server/log/reading.ts', text: /^it is missing$/ },
  { file: 'src/formats/show-file/sentences.ts', text: /^missing$/ },
  { file: 'src/formats/show-file/json.ts', text: /a missing or extra comma/ },
  { file: 'src/formats/show-file/scan.ts', text: /closing quotation mark missing/ },
]

/** What this text says of a person that is never said; empty where it says nothing of the kind. */
export const breachesOf = (text: string): readonly string[] =>
  unsaid.flatMap(({ pattern, what }) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined ? [] : [`“${found}” ${what}`]
  })

/** Everything in this file that could be read by anybody, and breaks the rule. */
export function checkWording(source: Source): readonly string[] {
  if (!source.path.startsWith('src/') || isTest(source.path)) return []
  const findings: string[] = []
  walk(source.program, (node, above) => {
    const text = readable(node, above)
    if (text === undefined || isOfAThing(source.path, text)) return
    for (const breach of breachesOf(text))
      findings.push(`${source.path}:${lineOf(source, node)}  ${breach}: “${text.trim()}”`)
  })
  return findings
}

const isOfAThing = (path: string, text: string): boolean =>
  ofThings.some((one) => one.file === path && one.text.test(text.trim()))

/** A text, or the fixed parts of one. Names of modules, types, codes and keys are read by nobody. */
function readable(node: Node, above: readonly Node[]): string | undefined {
  const parent = above[0]
  if (node.type === 'JSXText') return word(node, 'value')
  if (node.type === 'TemplateLiteral') {
    const whole = list(node, 'quasis').map(cooked).join('…')
    return isCode(whole) ? undefined : whole
  }
  if (node.type !== 'Literal' || parent === undefined) return undefined
  const isRead = !/^(?:Import|Export|TSLiteralType)/.test(parent.type)
  const text = word(node, 'value')
  return isRead && text !== undefined && !isCode(text) ? text : undefined
}

function cooked(quasi: Node): string {
  const value: unknown = quasi['value']
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''
}

/** `no-show`, `/api/health`: a refusal's code, a path, a class. */
const isCode = (text: string): boolean => /^[a-z]+(?:-[a-z]+)+$|^[\w.]*\/\S*$|^https?:\S*$/.test(text)
