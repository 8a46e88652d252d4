// One file of each kind, as its tool writes it, with ids that nobody has.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { connectionsIn } from './connections-under-test.ts'
import { recogniseInput } from './recognise-input.ts'

const samples = new URL('samples/', import.meta.url)
const sample = (name: string) => readFileSync(new URL(name, samples), 'utf8')

const expected: Readonly<Record<string, readonly [source: string, ...string[][]]>> = {
  'amplify_outputs.json': [
    'amplify_outputs.json',
    [
      'clientId 1shopweb23456789abcdefghij (auth.user_pool_client_id)',
      'region eu-central-1 (auth.user_pool_id)',
      'userPoolId eu-central-1_Shop12345 (auth.user_pool_id)',
    ],
  ],
  'amplify_outputs.dart': [
    'amplify_outputs.json',
    [
      'clientId 1shopweb23456789abcdefghij (auth.user_pool_client_id)',
      'region eu-central-1 (auth.user_pool_id)',
      'userPoolId eu-central-1_Shop12345 (auth.user_pool_id)',
    ],
  ],
  'aws-exports.js.txt': [
    'aws-exports.js',
    [
      'clientId 2exportsweb456789abcdefghi (line 9)',
      'region us-west-2 (line 8)',
      'userPoolId us-west-2_Exports01 (line 8)',
    ],
  ],
  'amplifyconfiguration.json': [
    'amplifyconfiguration.json',
    [
      'clientId 3phoneapp56789abcdefghijkl (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.AppClientId)',
      'flow USER_SRP_AUTH (auth.plugins.awsCognitoAuthPlugin.Auth.Default.authenticationFlowType)',
      'region ap-southeast-2 (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.PoolId)',
      'secret sample-client-secret-of-the-phone (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.AppClientSecret)',
      'userPoolId ap-southeast-2_Phone0001 (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.PoolId)',
    ],
  ],
  'awsconfiguration.json': [
    'amplifyconfiguration.json',
    [
      'clientId 4oldphone6789abcdefghijklm (CognitoUserPool.Default.AppClientId)',
      'region us-east-1 (CognitoUserPool.Default.PoolId)',
      'userPoolId us-east-1_OldPhone1 (CognitoUserPool.Default.PoolId)',
    ],
  ],
  'next.env': [
    '.env file',
    [
      'clientId 5nextapp789abcdefghijklmno (line 3)',
      'region eu-west-1 (line 2)',
      'secret sample-client-secret-of-next (line 4)',
      'userPoolId eu-west-1_NextPool1 (line 2)',
    ],
  ],
  'vite.env': [
    '.env file',
    [
      'clientId 6viteadmin9abcdefghijklmno (line 2)',
      'region eu-west-1 (line 1)',
      'userPoolId eu-west-1_VitePool1 (line 1)',
    ],
    [
      'clientId 7viteshop89abcdefghijklmno (line 3)',
      'region eu-west-1 (line 1)',
      'userPoolId eu-west-1_VitePool1 (line 1)',
    ],
  ],
  'emulator.env': [
    '.env file',
    [
      'clientId clientid1 (line 3)',
      'endpoint http://127.0.0.1:9229 (line 1)',
      'no region',
      'userPoolId local_6uohGxKl (line 2)',
    ],
  ],
  'cdk-outputs.json': [
    'JSON file with stack outputs',
    [
      'clientId 8cdkshop9abcdefghijklmnopq (AuthStack.ShopUserPoolClientIdE5F6A7B8)',
      'region eu-north-1 (AuthStack.ShopUserPoolIdA1B2C3D4)',
      'userPoolId eu-north-1_CdkShop01 (AuthStack.ShopUserPoolIdA1B2C3D4)',
    ],
    [
      'clientId 9cdkadminabcdefghijklmnopq (AuthStack.AdminUserPoolClientId)',
      'region eu-north-1 (AuthStack.AdminUserPoolId)',
      'userPoolId eu-north-1_CdkAdmin1 (AuthStack.AdminUserPoolId)',
    ],
  ],
  'describe-stacks.json': [
    'CloudFormation outputs',
    [
      'clientId 10stackwebabcdefghijklmnop (Stacks[0].Outputs.WebClientId)',
      'region us-east-2 (Stacks[0].Outputs.UserPoolArn)',
      'userPoolId us-east-2_Stack0001 (Stacks[0].Outputs.UserPoolArn)',
    ],
  ],
  'terraform-output.json': [
    'Terraform outputs',
    [
      'clientId 11tfoutputabcdefghijklmnop (cognito.client_id)',
      'region ca-central-1 (cognito.user_pool_id)',
      'secret sample-client-secret-of-terraform (cognito_client_secret)',
      'userPoolId ca-central-1_TfOutput1 (cognito.user_pool_id)',
    ],
  ],
  'terraform.tfstate': [
    'Terraform state',
    [
      'clientId 12tfwebabcdefghijklmnopqrs (aws_cognito_user_pool_client.web.id)',
      'flow USER_AUTH (aws_cognito_user_pool_client.web.explicit_auth_flows)',
      'name shop-web (aws_cognito_user_pool_client.web.name)',
      'region sa-east-1 (aws_cognito_user_pool_client.web.user_pool_id)',
      'userPoolId sa-east-1_TfState01 (aws_cognito_user_pool_client.web.user_pool_id)',
    ],
    [
      'authSessionValidity 5 (aws_cognito_user_pool_client.server.auth_session_validity)',
      'clientId 13tfserverabcdefghijklmnop (aws_cognito_user_pool_client.server.id)',
      'flow USER_PASSWORD_AUTH (aws_cognito_user_pool_client.server.explicit_auth_flows)',
      'name shop-server (aws_cognito_user_pool_client.server.name)',
      'region sa-east-1 (aws_cognito_user_pool_client.server.user_pool_id)',
      'secret sample-client-secret-of-state (aws_cognito_user_pool_client.server.client_secret)',
      'userPoolId sa-east-1_TfState01 (aws_cognito_user_pool_client.server.user_pool_id)',
    ],
  ],
  'describe-user-pool-client.json': [
    'description of an app client (AWS CLI)',
    [
      'authSessionValidity 15 (UserPoolClient.AuthSessionValidity)',
      'clientId 14describedabcdefghijklmno (UserPoolClient.ClientId)',
      'flow USER_SRP_AUTH (UserPoolClient.ExplicitAuthFlows)',
      'name shop-server (UserPoolClient.ClientName)',
      'region eu-central-1 (UserPoolClient.UserPoolId)',
      'secret sample-client-secret-described (UserPoolClient.ClientSecret)',
      'userPoolId eu-central-1_Describe1 (UserPoolClient.UserPoolId)',
    ],
  ],
  'samconfig.toml': [
    'samconfig.toml',
    [
      'clientId 15samclientabcdefghijklmno (line 7)',
      'region eu-south-1 (line 7)',
      'userPoolId eu-south-1_SamPool01 (line 7)',
    ],
  ],
  'configure.ts.txt': [
    'source or configuration text',
    [
      'clientId 16codeclientabcdefghijklmn (line 7)',
      'endpoint http://localhost:9229 (line 8)',
      'region us-gov-west-1 (line 6)',
      'userPoolId us-gov-west-1_Code00001 (line 6)',
    ],
  ],
  'list-user-pool-clients.json': [
    'list of app clients (AWS CLI)',
    [
      'clientId 22listedwebabcdefghijklmno (UserPoolClients.0.ClientId)',
      'name shop-web (UserPoolClients.0.ClientName)',
      'region eu-central-1 (UserPoolClients.0.UserPoolId)',
      'userPoolId eu-central-1_Listed001 (UserPoolClients.0.UserPoolId)',
    ],
    [
      'clientId 23listedserverabcdefghijkl (UserPoolClients.1.ClientId)',
      'name shop-server (UserPoolClients.1.ClientName)',
      'region eu-central-1 (UserPoolClients.1.UserPoolId)',
      'userPoolId eu-central-1_Listed001 (UserPoolClients.1.UserPoolId)',
    ],
  ],
  'docker-compose.yml': [
    'YAML file',
    [
      'clientId 24composewebabcdefghijklmn (services.web.environment.WEB_CLIENT_ID)',
      'region eu-central-1 (services.web.environment.USER_POOL_ID)',
      'userPoolId eu-central-1_Compose01 (services.web.environment.USER_POOL_ID)',
    ],
    [
      'clientId 25composepreviewabcdefghij (services.preview.environment.CLIENT_ID)',
      'region eu-central-1 (services.preview.environment.USER_POOL_ID)',
      'userPoolId eu-central-1_Compose02 (services.preview.environment.USER_POOL_ID)',
    ],
    [
      'clientId 26composeworkerabcdefghijk (services.worker.environment.1)',
      'region eu-central-1 (services.worker.environment.0)',
      'secret sample-client-secret-of-compose (services.worker.environment.2)',
      'userPoolId eu-central-1_Compose03 (services.worker.environment.0)',
    ],
  ],
  'pulumi-stack-export.json': [
    'Pulumi state',
    [
      'clientId 27pulumiwebabcdefghijklmno (UserPoolClient.web.id)',
      'flow USER_SRP_AUTH (UserPoolClient.web.explicitAuthFlows)',
      'name shop-web (UserPoolClient.web.name)',
      'region eu-north-1 (UserPoolClient.web.userPoolId)',
      'userPoolId eu-north-1_Pulumi001 (UserPoolClient.web.userPoolId)',
    ],
    [
      'authSessionValidity 5 (UserPoolClient.server.authSessionValidity)',
      'clientId 28pulumiserverabcdefghijkl (UserPoolClient.server.id)',
      'name shop-server (UserPoolClient.server.name)',
      'region eu-north-1 (UserPoolClient.server.userPoolId)',
      'secret sample-client-secret-of-pulumi (UserPoolClient.server.clientSecret)',
      'userPoolId eu-north-1_Pulumi001 (UserPoolClient.server.userPoolId)',
    ],
  ],
  'sst-resources.json': [
    'SST resources',
    [
      'clientId 29sstwebabcdefghijklmnopqr (Web.id)',
      'region ca-west-1 (UserPool.id)',
      'userPoolId ca-west-1_SstPool01 (UserPool.id)',
    ],
    [
      'clientId 30sstserverabcdefghijklmno (Server.id)',
      'region ca-west-1 (UserPool.id)',
      'secret sample-client-secret-of-sst (Server.secret)',
      'userPoolId ca-west-1_SstPool01 (UserPool.id)',
    ],
  ],
  'sst-shell.env': [
    'SST resources',
    [
      'clientId 31sstshellabcdefghijklmnop (line 4, id)',
      'region ca-west-1 (line 3, id)',
      'secret sample-client-secret-of-the-shell (line 5)',
      'userPoolId ca-west-1_SstPool02 (line 3, id)',
    ],
  ],
  'application.yml': [
    'source or configuration text',
    [
      'clientId 17springabcdefghijklmnopqr (line 7)',
      'region eu-west-3 (line 11)',
      'secret sample-client-secret-of-spring (line 8)',
      'userPoolId eu-west-3_Spring001 (line 11)',
    ],
  ],
  'strings.xml': [
    'source or configuration text',
    [
      'clientId 18androidabcdefghijklmnopq (line 3)',
      'region us-east-1 (line 2)',
      'userPoolId us-east-1_Strings01 (line 2)',
    ],
  ],
  'curl.txt': [
    'curl command',
    [
      'clientId 19curlclientabcdefghijklmn (line 4, ClientId)',
      'flow USER_PASSWORD_AUTH (line 4, AuthFlow)',
      'no userPoolId',
      'region eu-central-1 (line 1)',
      'username ana (line 4, USERNAME)',
    ],
  ],
  'aws-cli.txt': [
    'AWS CLI command',
    [
      'clientId 20awscliabcdefghijklmnopqr (line 2, --client-id)',
      'flow USER_SRP_AUTH (line 2, --auth-flow)',
      'no userPoolId',
      'region eu-central-1 (line 1, --region)',
    ],
  ],
  'shared.authscope-profile.json': [
    'Authscope profile',
    [
      'authSessionValidity 3 (authSessionValidity)',
      'clientId 21sharedabcdefghijklmnopqr (clientId)',
      'colour red (colour)',
      'flow USER_AUTH (flow)',
      'name Shop, production (name)',
      'production true (production)',
      'region eu-central-1 (userPoolId)',
      'userPoolId eu-central-1_Shared001 (userPoolId)',
    ],
  ],
}

describe('the sample files', () => {
  it('are all read', () => {
    expect(readdirSync(samples).sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(Object.entries(expected))('%s has its connections', (name, [source, ...connections]) => {
    expect(connectionsIn(sample(name))).toEqual({ source, connections })
  })

  it.each(Object.keys(expected))('%s is read the same with Windows line endings', (name) => {
    const text = sample(name)
    expect(connectionsIn(text.replaceAll('\n', '\r\n'))).toEqual(connectionsIn(text))
  })

  it('have no secret in what can be printed', () => {
    for (const name of Object.keys(expected)) {
      const printed = JSON.stringify(recogniseInput(sample(name)))
      expect(printed, name).not.toMatch(/sample-client-secret|sample-password/)
    }
  })
})
