import './design/tokens.css'
import './design/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { keepFocus } from './app/kept-focus.ts'
import { loadTheRest } from './app/later.ts'
import { prepareKeptViews } from './app/prepare-views.ts'
import { useApplication } from './bridge/application.ts'
import { call, listen, sentenceOf } from './bridge/client.ts'
import { painted } from './bridge/painted.ts'
import { useProfiles } from './bridge/profiles.ts'
import { useRuns } from './bridge/runs.ts'
import { useWatch } from './bridge/watch.ts'
import { useHistoryFile } from './features/history-file/history-file.ts'
import { useHistory } from './features/history/history.ts'
import { useRecordings } from './features/recordings/recordings.ts'
import { writeTimesAs } from './design/time.ts'
import { showToast } from './design/toast.ts'

const app = createApp(App)
app.use(createPinia())
app.config.errorHandler = (error) => {
  showToast(sentenceOf(error), { tone: 'bad' })
}

const application = useApplication()
const profiles = useProfiles()
const runs = useRuns()
const watch = useWatch()
const recordings = useRecordings()
const history = useHistory()
const historyFile = useHistoryFile()

// Listening comes first: what happens while the first state is fetched must not be missed.
listen((event) => {
  application.apply(event)
  profiles.apply(event)
  runs.apply(event)
  watch.apply(event)
  recordings.apply(event)
  historyFile.apply(event)
  if (event.type === 'update.ready')
    showToast(`Authscope ${event.version} is downloaded, and installed when you quit.`, {
      stays: true,
    })
  if (event.type === 'notice') showToast(event.text, { tone: 'bad' })
})
// A function, since what is loaded later would wait for an entry that awaits.
async function open(): Promise<void> {
  try {
    // Before the first paint, so that the window never shows another theme or an empty list.
    await Promise.all([application.load(), profiles.load()])
    writeTimesAs(application.locale)
    profiles.startWith(application.lastProfileId)
  } catch (error) {
    showToast(sentenceOf(error), { tone: 'bad' })
  }
  app.mount('#app')
  keepFocus()
  await painted()
  await call('app.ready')
  await application.loadStorage()
  // Nothing is watched yet, unless the page has come back.
  await watch.load()
  await loadTheRest()
  // So that the list is there when the history is first shown.
  await history.load()
  await prepareKeptViews()
}
open().catch((error: unknown) => {
  showToast(sentenceOf(error), { tone: 'bad' })
})
