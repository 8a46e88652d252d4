import type { ConfigurationSource } from './configuration-source.ts'
import { amplifyConfigurationSource } from './sources/amplify-configuration.ts'
import { amplifyOutputsSource } from './sources/amplify-outputs.ts'
import { amplifyStorageSource } from './sources/amplify-storage.ts'
import { appClientDescriptionSource } from './sources/app-client-description.ts'
import { appClientListSource } from './sources/app-client-list.ts'
import { awsCliCommandSource } from './sources/aws-cli-command.ts'
import { awsExportsSource } from './sources/aws-exports.ts'
import { cloudFormationOutputsSource } from './sources/cloudformation-outputs.ts'
import { curlCommandSource } from './sources/curl-command.ts'
import { devToolsRequestSource } from './sources/devtools-request.ts'
import { environmentFileSource } from './sources/environment-file.ts'
import { jsonFileSource } from './sources/json-file.ts'
import { pastedIdsSource } from './sources/pasted-ids.ts'
import { profileFileSource } from './sources/profile-file.ts'
import { programTextSource } from './sources/program-text.ts'
import { pulumiStateSource } from './sources/pulumi-state.ts'
import { samConfigurationSource } from './sources/sam-configuration.ts'
import { sstResourcesSource } from './sources/sst-resources.ts'
import { terraformOutputsSource } from './sources/terraform-outputs.ts'
import { terraformStateSource } from './sources/terraform-state.ts'
import { yamlFileSource } from './sources/yaml-file.ts'

/** Every kind of source; the first that finds ids in a document counts, the broad ones stand last. */
export const configurationSources: readonly ConfigurationSource[] = [
  profileFileSource,
  amplifyOutputsSource,
  amplifyConfigurationSource,
  awsExportsSource,
  amplifyStorageSource,
  appClientDescriptionSource,
  appClientListSource,
  cloudFormationOutputsSource,
  terraformStateSource,
  terraformOutputsSource,
  pulumiStateSource,
  sstResourcesSource,
  jsonFileSource,
  curlCommandSource,
  devToolsRequestSource,
  awsCliCommandSource,
  samConfigurationSource,
  environmentFileSource,
  yamlFileSource,
  programTextSource,
  pastedIdsSource,
]
