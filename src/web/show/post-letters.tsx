// What would be sent, letter by letter: to be read before, and to be kept as files.

import type { PostLetters } from '../../wire/post.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { savedText } from '../ui/printed.tsx'
import styles from './show.module.css'

const c = classes(styles)

export function Letters({ letters }: { readonly letters: PostLetters | null }) {
  const { post: words } = useWords()
  if (letters === null) return null
  return (
    <>
      {letters.letters.map(({ to, subject, text }) => (
        <section key={to.join(' ')} className={c('section')} aria-label={to.join(', ') || subject}>
          {to.length > 0 ? (
            <h2 className={c('heading')}>{words.letterTo({ addresses: to.join(', ') })}</h2>
          ) : null}
          <pre className={c('letter')}>{text}</pre>
          <p>
            <a
              className={c('button')}
              download={`${subject.replace(/[^\p{L}\p{N} ,.-]/gu, '')}.txt`}
              href={savedText(text)}
              onClick={({ currentTarget }) => {
                // Who saved it, and when, is known at the press.
                currentTarget.href = savedText(text)
              }}
            >
              {words.saveLetter}
            </a>
          </p>
        </section>
      ))}
    </>
  )
}
