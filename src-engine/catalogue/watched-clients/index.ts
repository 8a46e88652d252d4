import type { WatchedClient } from '../define-watched-client.ts'
import { amplifyAndroid } from './amplify-android.ts'
import { amplifyFlutter } from './amplify-flutter.ts'
import { amplifyJs } from './amplify-js.ts'
import { amplifySwift } from './amplify-swift.ts'
import { awsCli } from './aws-cli.ts'
import { boto3 } from './boto3.ts'
import { environment } from './environment.ts'
import { identityJs } from './identity-js.ts'
import { sdkDotnet } from './sdk-dotnet.ts'
import { sdkGo } from './sdk-go.ts'
import { sdkJava } from './sdk-java.ts'
import { sdkJavascript } from './sdk-javascript.ts'
import { sdkKotlin } from './sdk-kotlin.ts'
import { sdkPhp } from './sdk-php.ts'
import { sdkRust } from './sdk-rust.ts'
import { sdkSwift } from './sdk-swift.ts'

/** Every client that Authscope knows how to point at its recording endpoint, in their order. */
export const watchedClients: readonly WatchedClient[] = [
  amplifyJs,
  identityJs,
  amplifySwift,
  amplifyAndroid,
  amplifyFlutter,
  sdkJavascript,
  sdkJava,
  sdkKotlin,
  sdkSwift,
  sdkGo,
  sdkRust,
  sdkDotnet,
  sdkPhp,
  boto3,
  awsCli,
  environment,
]
