// Chooses the screen and opens the link.

import { StrictMode, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { mayEditShow, screenNames } from '../core/installation/screens.ts'
import { AccidentScreen } from './accident/accident.tsx'
import { SignInScreen } from './attendance/sign-in.tsx'
import { BookScreen } from './book/book.tsx'
import { CareScreen } from './care/care-page.tsx'
import { DepartmentScreen } from './department/department.tsx'
import { DeskScreen } from './desk/desk.tsx'
import { HouseScreen } from './house/house.tsx'
import { JoinScreen } from './join/join.tsx'
import { MineScreen } from './join/mine.tsx'
import { type Screen, screenFor, screenOfPath } from './join/routes.ts'
import { KioskScreen } from './kiosk/kiosk.tsx'
import { LicencesScreen } from './licences/licences.tsx'
import { LineNotesScreen } from './line-notes/line-notes.tsx'
import { isBetween } from './link/between.ts'
import { keepKeyFresh } from './link/fresh-key.ts'
import { appState, keepApp, onAppState, reloadFresh, takeNewer } from './link/kept-app.ts'
import { watchForPortal } from './link/portal.ts'
import { serverNow } from './link/session.ts'
import { type Link, openLink } from './link/socket.ts'
import { LinkProvider, useLink, useNothingOpen, useSession } from './link/store.ts'
import { DISPLAY_MARK, goSafelyIfTrusted } from './link/way-in.ts'
import { CardsScreen } from './network/cards-screen.tsx'
import { CheckScreen } from './network/check-screen.tsx'
import { DoorCodesScreen } from './network/door-codes-screen.tsx'
import { NoticesScreen } from './notice/notices.tsx'
import { BesideScreen } from './paperwork/beside.tsx'
import { CoveredScreen } from './paperwork/covered.tsx'
import { ReportScreen } from './paperwork/report.tsx'
import { RunSheetScreen } from './paperwork/run-sheet.tsx'
import { SignInSheetScreen } from './paperwork/sign-in-sheet.tsx'
import { StatisticsScreen } from './paperwork/statistics.tsx'
import { TasksScreen } from './paperwork/tasks.tsx'
import { PlanScreen } from './plan/plan.tsx'
import { PlotsScreen } from './plots/plots.tsx'
import { BoardScreen } from './pocket/board.tsx'
import { PocketScreen } from './pocket/pocket.tsx'
import { RoomScreen } from './pocket/room.tsx'
import { PracticeScreen } from './practice/practice.tsx'
import { ReorderScreen } from './reorder/reorder.tsx'
import { EditorsOnly } from './show/editors-only.tsx'
import { FilesScreen } from './show/files.tsx'
import { FirstScreen } from './show/first.tsx'
import { PostScreen } from './show/post.tsx'
import { ShowScreen } from './show/show.tsx'
import { speakAsIn, useWords } from './speech/speech.ts'
import { TrustScreen } from './trust/trust.tsx'
import { applyDisplay, displayFrom, readDisplay, writeDisplay } from './ui/display-settings.ts'
import './ui/fonts.ts'
import { HeadLine } from './ui/head-line.tsx'
import { NamePlate } from './ui/name-plate.tsx'
import { Drawn } from './ui/not-drawn.tsx'
import { askWhoPrints, PrintedLine } from './ui/printed.tsx'
import './ui/tokens.css'
import { MyNoteScreen } from './vault/my-note.tsx'
import { SealedScreen } from './vault/sealed.tsx'
import { holdReady } from './vault/use-duty.ts'
import { nowOf } from './vault/whose.ts'
import { WatchScreen } from './watch/watch.tsx'
import { openWatchLink, type Watched, watchedBy } from './watch/watch-link.ts'
import { StageMapScreen } from './whereabouts/stage-map.tsx'
import { WingScreen } from './wing/wing.tsx'

function Live({ asked }: { readonly asked: Screen | null }) {
  const { frame } = useWords()
  const viewer = useSession((state) => state.viewer)
  const country = useSession((state) => state.sections.position?.country ?? null)
  // Before the first picture of a screen, so that none changes its language before somebody's eyes.
  useLayoutEffect(() => {
    if (country !== null) speakAsIn(country)
  }, [country])
  const stopped = useSession((state) => state.stopped)
  const nothingOpen = useNothingOpen()
  if (stopped?.why === 'reload') return <Notice words={stopped.sentence} reload />
  if (stopped !== null) return <JoinScreen sentence={stopped.sentence} />
  if (viewer === null) return <Notice words={frame.looking} />
  const screen = screenFor(viewer, asked)
  // Where there is no show yet there is nothing to call: whoever may begin one is asked what they would like to do.
  if (screen === 'desk' && nothingOpen && mayEditShow(viewer)) return <FirstScreen />
  return (
    <>
      <Shown screen={screen} />
      <Newer />
      <HoldReady person={viewer.person} />
      <WhoPrints />
      <Chosen screen={screen} />
      <NamePlate />
      <RecordWatched />
    </>
  )
}

/** Drawn again, with all it holds, when the language changes. */
function Alone({ screen }: { readonly screen: Screen }) {
  useWords()
  return <Chosen screen={screen} />
}

/** Tells the desk which screen this is. */
function Shown({ screen }: { readonly screen: Screen }) {
  const link = useLink()
  useEffect(() => link.shows(screenNames.find((one) => one === screen) ?? null), [link, screen])
  return null
}

/** Sealed notes lie ready on a duty device, whichever screen it shows. */
function HoldReady({ person }: { readonly person: string | null }) {
  useEffect(() => {
    let end = (): void => undefined
    let over = false
    // What lies here is somebody else’s first where this phone was theirs.
    void nowOf(person).then(() => {
      if (!over) end = holdReady()
    })
    return () => {
      over = true
      end()
    }
  }, [person])
  return null
}

/** Another by then, where somebody signs in on a tablet that others use. */
function WhoPrints() {
  const person = useSession((state) => state.viewer?.person ?? null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when it is another.
  useEffect(askWhoPrints, [person])
  return null
}

/** A record that is not the one that this device saw is said between performances. */
function RecordWatched() {
  const link = useLink()
  const between = useSession((state) => isBetween(state, serverNow(state, link.now())))
  return <HeadLine calling={!between} />
}

/** A newer app takes the place of this one between performances, and never during one. */
function Newer() {
  const link = useLink()
  const app = useSyncExternalStore(onAppState, appState)
  const between = useSession((state) => isBetween(state, serverNow(state, link.now())))
  useEffect(() => {
    if (app === 'newer' && between) void takeNewer()
  }, [app, between])
  return null
}

/** Pages beside those that a night is run by. */
const apart = {
  plan: PlanScreen,
  plots: PlotsScreen,
  covered: CoveredScreen,
  'stage-map': StageMapScreen,
  're-order': ReorderScreen,
  'my-note': MyNoteScreen,
  sealed: SealedScreen,
  notices: NoticesScreen,
  care: CareScreen,
} as const
const isApart = (screen: Screen): screen is keyof typeof apart => Object.hasOwn(apart, screen)

function Chosen({ screen }: { readonly screen: Screen }) {
  if (isApart(screen)) {
    const Apart = apart[screen]
    return <Apart />
  }
  switch (screen) {
    case 'desk':
      return <DeskScreen />
    case 'department':
      return <DepartmentScreen />
    case 'house':
      return <HouseScreen />
    case 'pocket':
      return <PocketScreen />
    case 'wing':
      return <WingScreen />
    case 'room':
      return <RoomScreen />
    case 'board':
      return <BoardScreen />
    case 'kiosk':
      return <KioskScreen />
    case 'sign-in':
      return <SignInScreen />
    case 'sign-in-sheet':
      return <SignInSheetScreen />
    case 'join':
    case 'mine':
      return screen === 'mine' ? <MineScreen pages={<Live asked={null} />} /> : <JoinScreen sentence={null} />
    case 'report':
    case 'run-sheet':
    case 'statistics':
      return <Paper screen={screen} />
    case 'beside':
    case 'tasks':
    case 'line-notes':
    case 'practice':
      return <Written screen={screen} />
    case 'book':
      return <BookScreen />
    case 'first':
    case 'show':
    case 'files':
    case 'post':
      return <Office screen={screen} />
    case 'trust':
    case 'network':
      return screen === 'trust' ? <TrustScreen /> : <CheckScreen />
    case 'watch':
      return <WatchScreen />
    case 'cards':
    case 'door-codes':
      return screen === 'cards' ? <CardsScreen /> : <DoorCodesScreen />
    case 'accident-book':
    case 'licences':
      return screen === 'licences' ? <LicencesScreen /> : <AccidentScreen />
    default:
      return screen satisfies never
  }
}

const office = { first: FirstScreen, show: ShowScreen, files: FilesScreen, post: PostScreen } as const

/** The show as it is worked on. */
function Office({ screen }: { readonly screen: keyof typeof office }) {
  const Page = office[screen]
  return (
    <EditorsOnly>
      <Page />
    </EditorsOnly>
  )
}

/** What was written down while calling, and calling for practice. */
function Written({ screen }: { readonly screen: 'beside' | 'tasks' | 'line-notes' | 'practice' }) {
  if (screen === 'beside') return <BesideScreen />
  if (screen === 'practice') return <PracticeScreen />
  return screen === 'tasks' ? <TasksScreen /> : <LineNotesScreen />
}

/** What is read and printed without a live show. */
function Paper({ screen }: { readonly screen: 'report' | 'run-sheet' | 'statistics' }) {
  if (screen === 'report') return <ReportScreen />
  return screen === 'run-sheet' ? <RunSheetScreen /> : <StatisticsScreen />
}

function Notice({ words, reload = false }: { readonly words: string; readonly reload?: boolean }) {
  const { frame } = useWords()
  return (
    <main className="notice">
      <p role="status">{words}</p>
      {reload ? (
        <button type="button" onClick={() => void reloadFresh()}>
          {frame.reload}
        </button>
      ) : null}
    </main>
  )
}

/** One of the screens of a night to watch: on a link of its own, to a house of its own. */
function startWatched(root: HTMLElement, as: Watched): void {
  createRoot(root).render(
    <LinkProvider value={openWatchLink(as)}>
      <Drawn>
        <Live asked={null} />
      </Drawn>
      <PrintedLine />
    </LinkProvider>,
  )
}

function start(): void {
  takeDisplayAlong()
  applyDisplay(readDisplay())
  const root = document.getElementById('root')
  if (root === null) return
  const watched = watchedBy(location.pathname)
  if (watched !== null) {
    startWatched(root, watched)
    return
  }
  const asked = screenOfPath(location.pathname)
  // Paper and pairing need no live show; a link that is not there cannot fail.
  const alone =
    asked !== null &&
    [
      ...['join', 'mine', 'report', 'run-sheet', 'statistics', 'covered', 'sign-in-sheet', 'trust'],
      ...['licences', 'accident-book'],
      ...['first', 'show', 'plots', 'book', 'watch', 'files', 'post', 'my-note', 'sealed', 'notices', 'care'],
    ].includes(asked)
  // A link is used where it was opened; whoever is paired goes over, as the same device.
  if (asked !== 'join' && asked !== 'trust') void goSafelyIfTrusted(JSON.stringify(readDisplay()))
  void keepApp()
  createRoot(root).render(
    <StrictMode>
      {alone ? (
        <Drawn>
          <Alone screen={asked} />
        </Drawn>
      ) : (
        <LinkProvider value={openWatched()}>
          <Drawn>
            <Live asked={asked} />
          </Drawn>
        </LinkProvider>
      )}
      <PrintedLine />
    </StrictMode>,
  )
}

/** The link, and an eye on who answers where it is lost. */
function openWatched(): Link {
  const link = openLink()
  watchForPortal(link)
  keepKeyFresh()
  return link
}

/** From the address without a certificate, once: the address is then as it was. */
function takeDisplayAlong(): void {
  if (!location.hash.startsWith(DISPLAY_MARK)) return
  const display = displayFrom(location.hash.slice(DISPLAY_MARK.length))
  if (display !== null) writeDisplay(display)
  history.replaceState(null, '', location.pathname + location.search)
}

start()
