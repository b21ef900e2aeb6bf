// What no notice and no statement says: whom not to speak to, a threat, how a death came about, how somebody named is.
// It reads these and nothing else: what was seen, quoted, called or written in a book or a report is nobody's to soften.

/** A refusal's sentence; null where there is nothing to say against it. */
export function lint(text: string, names: readonly string[]): string | null {
  const said = text
    .normalize('NFKC')
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\s+/g, ' ')
  const rule = rules.find(({ found }) => found(said))
  if (rule) return rule.sentence
  return HEALTH.test(said) && names.some((name) => mentions(said, name)) ? NAMED : null
}

/** For a line that is about somebody anyway: no word of how they are, named or not. */
export const saysHow = (text: string): string | null => (HEALTH.test(text.normalize('NFKC')) ? NAMED : null)

const NAMED =
  'A notice does not say how somebody is who is named in it. Write it by their permissions, from the page about them.'

/** Each sentence by itself: what is asked in one is not forbidden in another. */
const inOneSentence =
  (...all: readonly RegExp[]) =>
  (text: string): boolean =>
    text.split(/(?<=[.!?;])\s|\n/).some((sentence) => all.every((one) => one.test(sentence)))

const FORBIDS =
  /\b(?:do not|don't|must(?: not|n't)|may not|can(?:not|'t| not)|shall not|should(?: not|n't)|(?:are|is) not (?:allowed|permitted|to)|aren't (?:allowed|to)|nobody (?:is|may|should|must|will)|no one (?:is|may|should|must|will)|(?:to|with) (?:nobody|no one)|never|refrain|forbid(?:den)?|prohibited|banned|barred|not allowed|not permitted|without (?:our|my|the producer's|the company's) (?:permission|leave)|under no circumstances|avoid|keep (?:it|this)|only (?:to|with) (?:us|management|me)|stop)\b/i
const SPEAKS =
  /\b(?:speak\w*|talk\w*|tell\w*|say\w*|discuss\w*|contact\w*|call\w*|ring\w*|approach\w*|inform\w*|report\w*|go(?:ing)? to|writ\w+|disclos\w+|shar\w+|consult\w*|complain\w*|mention\w*|post\w*|involv\w+|repeat\w*|from)\b/i
const THEY_MAY =
  /\b(?:unions?|equity|bectu|reps?|shop stewards?|doctors?|gps?|physicians?|therapists?|counsell?ors?|hospitals?|regulators?|authorit(?:y|ies)|inspectors?|health and safety executive|hse|osha|lawyers?|solicitors?|attorneys?|counsel|legal advice|courts?|famil(?:y|ies)|relatives?|parents?|partners?|spouses?|husbands?|wi(?:fe|ves)|mothers?|fathers?|police)\b/i
const ANYBODY =
  /\b(?:any ?(?:body|one)|(?:to|with) (?:nobody|no one)|outsiders?|outside (?:of )?(?:the|this|our) (?:company|production|building|house|theat(?:re|er))|third part(?:y|ies)|press|media|journalists?|reporters?|social media|online|friends?|each other|among yourselves|the building|this room|these walls)\b/i

const rules: readonly { readonly found: (text: string) => boolean; readonly sentence: string }[] = [
  {
    found: inOneSentence(FORBIDS, SPEAKS, THEY_MAY),
    sentence:
      'A notice forbids nobody to speak with their union, a doctor, a regulator, a lawyer, their family or the police. Ask for privacy instead, with the reason and who answers questions.',
  },
  {
    found: inOneSentence(FORBIDS, SPEAKS, ANYBODY),
    sentence:
      'A notice asks and does not forbid: say why, and who answers questions, in the request for privacy.',
  },
  {
    found: inOneSentence(
      /\b(?:gag\w*|non-?disclosure|nda|sworn to|vow of silence|keep quiet|say nothing|stay silent|remain silent|silence|confidentiality (?:clause|agreement))\b/i,
    ),
    sentence:
      'A notice asks and does not forbid: say why, and who answers questions, in the request for privacy.',
  },
  {
    found: inOneSentence(
      /\b(?:disciplin\w+|dismiss(?:al|ed)|sacked|fired|terminat\w+|lose your (?:job|contract|place)|breach of (?:contract|confidence)|legal (?:action|consequences|proceedings)|prosecut\w+|consequences|penalt\w+|sanction\w*|(?:will|shall) be sued)\b/i,
    ),
    sentence: 'A notice threatens nobody. Leave that sentence out.',
  },
  {
    found: inOneSentence(
      /\b(?:suicid\w*|overdos\w*|hang(?:ed|ing) (?:him|her|them)sel\w+|kill\w* (?:him|her|them)sel\w+|(?:took|taken|ended) (?:his|her|their) (?:own )?life|sel(?:f|ves)-?harm\w*|commit\w* suicide|(?:successful|failed|unsuccessful) attempt|epidemic|attempted to (?:end|take)|note (?:was )?(?:found|left))\b/i,
    ),
    sentence: 'No notice says how or why: not the manner, not a cause, not a guess. Leave that out.',
  },
  {
    found: inOneSentence(/\b(?:died|dies|dying|dead|death|passed away|passing|deceased|fatal\w*)\b/i),
    sentence: 'A death is told by its own notice, in its own words, with the family’s leave.',
  },
  {
    found: inOneSentence(
      /\b(?:collaps\w+|faint(?:ed|ing)|drunk\w*|intoxicated|addict\w*|awol|late again|went missing|is missing|to blame|at fault|whose fault|because (?:she|he|they) (?:was|were|had|did))\b/i,
    ),
    sentence:
      'A notice gives no cause and judges nobody. Say what happens now, and when the next word comes.',
  },
]

const HEALTH =
  /\b(?:sick\w*|ill|illness\w*|unwell|injur\w+|hurt\w*|hospital\w*|ambulance|medical\w*|diagnos\w+|operat(?:ed|ion)|surgery|unconscious|coma|intensive care|critical|stable|recover\w*|broken|bleed\w*|heart|stroke|seizure\w*|allerg\w+|asthma\w*|pregnan\w+|miscarr\w+|depress\w+|anxi\w+|breakdown|mental\w*|psychiatr\w+|medication|pills?|drugs?|infect\w+|covid\w*|cancer|concuss\w+|condition)\b/i

/** As a word of its own, in whatever case. */
function mentions(text: string, name: string): boolean {
  const parts = name.normalize('NFKC').toLowerCase()
  if (parts === '') return false
  const words = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  return words.includes(` ${parts.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `)
}
