// SRP, SECRET_HASH and TOTP codes as generated code carries them, run by a compiler or interpreter
// without an SDK: the practice pool accepts what they compute.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dotnetHelper } from '#engine/export/code/dotnet-helper.ts'
import { javaHelper } from '#engine/export/code/java-helper.ts'
import { kotlinHelper } from '#engine/export/code/kotlin-helper.ts'
import { phpHelper } from '#engine/export/code/php-helper.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import { password, totpSecret } from '#pool/conformance/values.ts'

const has = (command: string, ...words: readonly string[]) => spawnSync(command, words).status === 0
const everything = { usesSecretHash: true, usesSrp: true, usesTotp: true }
const folder = mkdtempSync(join(tmpdir(), 'authscope-computations-'))
const parameters = ['USER_ID_FOR_SRP', 'SRP_B', 'SALT', 'SECRET_BLOCK']

let under: RunsUnderTest
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
})
afterAll(async () => {
  await under.close()
  rmSync(folder, { recursive: true })
})

/** A program that prints SRP_A, a SECRET_HASH and a TOTP code, reads a challenge, and prints the proof. */
interface Language {
  readonly name: string
  readonly file: string
  readonly installed: boolean
  /** Compiles, where that is a step of its own. */
  readonly compile?: readonly string[]
  readonly run: readonly string[]
  readonly program: (client: { readonly id: string; readonly pool: string }) => string
}

const languages: readonly Language[] = [
  {
    name: 'Java',
    file: 'Driver.java',
    installed: has('java', '--version') && has('javac', '--version'),
    run: ['java', 'Driver.java'],
    program: ({ id, pool }) => `
import static java.nio.charset.StandardCharsets.UTF_8;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.*;
import java.time.*;
import java.time.format.DateTimeFormatter;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
public class Driver {
  static final String CLIENT_ID = "${id}", POOL_ID = "${pool}";
  static String env(String name) { return System.getenv(name); }
  public static void main(String[] arguments) throws Exception {
    var srp = new Srp();
    System.out.println(srp.publicA() + "\\n" + secretHash(env("COGNITO_USERNAME")) + "\\n" + totpCode());
    var input = new Scanner(System.in);
    var parameters = new HashMap<String, String>();
    for (var name : List.of(${parameters.map((name) => `"${name}"`).join(', ')})) parameters.put(name, input.nextLine());
    var proof = srp.proof(parameters);
    System.out.println(proof.signature() + "\\n" + proof.timestamp());
  }
${javaHelper(everything)}
}`,
  },
  {
    name: 'Kotlin',
    file: 'driver.kt',
    installed: has('kotlinc', '-version'),
    compile: ['kotlinc', 'driver.kt', '-include-runtime', '-d', 'driver.jar'],
    run: ['java', '-jar', 'driver.jar'],
    program: ({ id, pool }) => `
import java.math.BigInteger
import java.nio.ByteBuffer
import java.security.MessageDigest
import java.security.SecureRandom
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.util.Base64
import java.util.Locale
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
const val CLIENT_ID = "${id}"
const val POOL_ID = "${pool}"
fun env(name: String): String = System.getenv(name)
fun main() {
    val srp = Srp()
    println(srp.publicA() + "\\n" + secretHash(env("COGNITO_USERNAME")) + "\\n" + totpCode())
    val parameters = listOf(${parameters.map((name) => `"${name}"`).join(', ')}).map { it to readLine()!! }.toMap()
    val proof = srp.proof(parameters)
    println(proof.signature + "\\n" + proof.timestamp)
}
${kotlinHelper(everything)}
`,
  },
  {
    name: 'PHP',
    file: 'driver.php',
    installed: has('php', '-r', 'exit(extension_loaded("gmp") ? 0 : 1);'),
    run: ['php', 'driver.php'],
    program: ({ id, pool }) => `<?php
function env(string $name): string { return getenv($name); }
${phpHelper(everything)}
$srp = new Srp('${pool}');
echo $srp->publicA(), "\\n", secretHash(env('COGNITO_USERNAME'), '${id}'), "\\n", totpCode(), "\\n";
foreach (['${parameters.join("', '")}'] as $name) $parameters[$name] = trim(fgets(STDIN));
echo implode("\\n", $srp->proof($parameters)), "\\n";
`,
  },
  {
    name: 'C#',
    file: 'driver.cs',
    installed: has('mcs', '--version') && has('mono', '--version'),
    compile: ['mcs', '-r:System.Numerics.dll', 'driver.cs'],
    run: ['mono', 'driver.exe'],
    program: ({ id, pool }) => `
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
static class Driver {
  static string Env(string name) => Environment.GetEnvironmentVariable(name);
  static void Main() {
    var srp = new Srp();
    Console.WriteLine(srp.PublicA);
    Console.WriteLine(Computed.SecretHash(Env("COGNITO_CLIENT_SECRET"), Env("COGNITO_USERNAME"), "${id}"));
    Console.WriteLine(Computed.TotpCode(Env("COGNITO_TOTP_SECRET")));
    var parameters = new Dictionary<string, string>();
    foreach (var name in new[] { ${parameters.map((name) => `"${name}"`).join(', ')} }) parameters[name] = Console.ReadLine();
    var proof = srp.Proof(parameters, "${pool}", Env("COGNITO_PASSWORD"));
    Console.WriteLine(proof.Signature);
    Console.WriteLine(proof.Timestamp);
  }
}
${dotnetHelper(everything)}`,
  },
]

interface Answer {
  readonly ChallengeName?: string
  readonly ChallengeParameters?: Readonly<Record<string, string>>
  readonly Session?: string
  readonly AuthenticationResult?: object
}

async function call(operation: string, input: object): Promise<Answer> {
  const response = await fetch(under.pool.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  })
  expect(response.status, operation).toBe(200)
  return (await response.json()) as Answer
}

async function signIn({ compile, file, program, run }: Language): Promise<Answer> {
  const pool = under.pool.describe().pools
  const { clientId: id, clientSecret = '' } = clientOf(pool, 'server-secret')
  writeFileSync(join(folder, file), program({ id, pool: 'us-east-1_Practice1' }))
  if (compile) {
    const [compiler = '', ...words] = compile
    const { status, stderr } = spawnSync(compiler, words, { cwd: folder, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  }
  const child = spawn(run[0] ?? '', run.slice(1), {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      COGNITO_USERNAME: 'totp-user',
      COGNITO_PASSWORD: password,
      COGNITO_CLIENT_SECRET: clientSecret,
      COGNITO_TOTP_SECRET: totpSecret,
    },
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async () => String((await lines.next()).value)
  const [SRP_A, SECRET_HASH, code] = [await line(), await line(), await line()]
  const common = { USERNAME: 'totp-user', SECRET_HASH }
  const challenge = await call('InitiateAuth', {
    ClientId: id,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { ...common, SRP_A },
  })
  const challengeParameters = challenge.ChallengeParameters ?? {}
  for (const name of parameters) child.stdin.write(`${challengeParameters[name] ?? ''}\n`)
  const [signature, timestamp] = [await line(), await line()]
  const mfa = await call('RespondToAuthChallenge', {
    ClientId: id,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      ...common,
      PASSWORD_CLAIM_SECRET_BLOCK: challengeParameters['SECRET_BLOCK'],
      PASSWORD_CLAIM_SIGNATURE: signature,
      TIMESTAMP: timestamp,
    },
  })
  return call('RespondToAuthChallenge', {
    ClientId: id,
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: mfa.Session,
    ChallengeResponses: { ...common, SOFTWARE_TOKEN_MFA_CODE: code },
  })
}

describe.each(languages)('$name', (language) => {
  if (!language.installed) {
    test.skip(`is not run: ${language.run[0] ?? ''} is not installed here`)
    return
  }
  test('computes what a sign-in with SRP, SECRET_HASH and a TOTP code needs', async () => {
    under.pool.reset()
    expect(await signIn(language)).toHaveProperty('AuthenticationResult')
  }, 60_000)
})
