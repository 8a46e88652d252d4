import type { RecordingFrom } from '#contract/routes/recordings.ts'
import { sentenceOf } from '#renderer/bridge/client.ts'
import { useConfigurations } from '#renderer/bridge/configurations.ts'
import { useRecordings } from '#renderer/features/recordings/recordings.ts'
import { usePastedToken } from '#renderer/features/tokens/pasted-token.ts'
import { useNavigation } from './navigation.ts'

/** Something that was pasted or dropped; its text never goes through the window. */
export type Dropped = Exclude<RecordingFrom, { from: 'dialog' }>

/** Gives the function that opens whatever was pasted or dropped where it belongs. */
export function useOpenAnything(
  openRecording: (source: RecordingFrom) => Promise<void>,
): (source: Dropped) => Promise<void> {
  const configurations = useConfigurations()
  const navigation = useNavigation()
  const recordings = useRecordings()
  const pastedToken = usePastedToken()

  function refuse(message: string): void {
    recordings.refuse(message)
    navigation.dialog = 'recording'
  }

  return async (source) => {
    try {
      const recognised = await configurations.read(source)
      switch (recognised?.kind) {
        case 'connections':
          navigation.dialog = 'new profile'
          break
        case 'recording':
          await openRecording(source)
          break
        case 'token':
          if (source.from === 'file')
            refuse('This file holds a token. Copy the token and paste it.')
          else {
            navigation.dialog = 'none'
            navigation.view = 'tokens'
            pastedToken.take()
          }
          break
        case 'unknown':
          refuse(recognised.message)
      }
    } catch (error) {
      refuse(sentenceOf(error))
    }
  }
}
