// Around every screen: where one cannot be drawn, that is said and there is a way on, instead of nothing at all.

import { Component, type ReactNode } from 'react'
import { useWords } from '../speech/speech.ts'

type Props = { readonly children: ReactNode }

/** A class, for only a class is told of what was thrown while it drew. The line above it stays open. */
export class Drawn extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <NotDrawn anew={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    )
  }
}

function NotDrawn({ anew }: { readonly anew: () => void }) {
  const { frame, incident } = useWords()
  return (
    <main className="notice">
      <p role="alert">{frame.notDrawn}</p>
      <button type="button" onClick={anew}>
        {frame.drawAnew}
      </button>
      <p>
        <a href={location.pathname}>{frame.beginAnew}</a>
      </p>
      <p>
        <a href="/incident">{incident.title}</a>
      </p>
    </main>
  )
}
