// Each exchange is made twice: with the pool’s core, and over real HTTP.
import { describe, expect, it } from 'vitest'
import { startPracticeServer } from '../practice-server.ts'
import { poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'
import { topics, type Exchange, type ExchangeAnswer, type ExchangePool } from './exchange.ts'

const files = import.meta.glob<Exchange>('./exchanges/*.exchange.ts', {
  eager: true,
  import: 'default',
})
const exchanges = Object.entries(files).map(
  ([file, one]) => [file.replace(/^.*\/|\.exchange\.ts$/g, ''), one] as const,
)

function inMemory({ now, pool, sentCode, wait }: PoolUnderTest): ExchangePool {
  const call = (operation: string, input: object, region = 'us-east-1') =>
    pool.call(operation, JSON.stringify(input), region)
  return {
    async succeed(operation, input, region) {
      const answer = await call(operation, input, region)
      if ('refusal' in answer)
        throw new Error(`${operation}: ${answer.refusal.type}: ${answer.refusal.message ?? ''}`)
      return (answer.body ?? {}) as ExchangeAnswer
    },
    async refusal(operation, input, region) {
      const answer = await call(operation, input, region)
      if (!('refusal' in answer)) throw new Error(`${operation} was accepted`)
      return `${answer.refusal.type}: ${answer.refusal.message ?? ''}`
    },
    sentCode,
    now,
    wait,
  }
}

async function overHttp(one: Exchange): Promise<void> {
  let now = Date.UTC(2026, 8, 5, 12)
  const server = await startPracticeServer({
    now: () => now,
    ...(one.configuration && { configuration: one.configuration }),
  })
  const call = async (operation: string, input: object, region = 'us-east-1') => {
    const answer = await fetch(server.endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        Authorization: `AWS4-HMAC-SHA256 Credential=key/20260905/${region}/cognito-idp/aws4_request`,
      },
      body: JSON.stringify(input),
    })
    const text = await answer.text()
    return { ok: answer.ok, text, body: JSON.parse(text || '{}') as ExchangeAnswer }
  }
  try {
    await one.play({
      async succeed(operation, input, region) {
        const { body, ok, text } = await call(operation, input, region)
        if (!ok) throw new Error(`${operation}: ${text}`)
        return body
      },
      async refusal(operation, input, region) {
        const { body, ok } = await call(operation, input, region)
        if (ok) throw new Error(`${operation} was accepted`)
        const { __type = '', message = '' } = body as { __type?: string; message?: string }
        return `${__type}: ${message}`
      },
      sentCode: () => server.outbox().at(-1)?.code ?? '',
      now: () => now,
      wait: (seconds) => {
        now += seconds * 1000
      },
    })
  } finally {
    await server.close()
  }
}

describe('the exchanges', () => {
  it.each(exchanges)('%s is as Cognito’s with the core of the pool', async (_, one) => {
    await one.play(inMemory(poolUnderTest(one.configuration)))
  })

  it.each(exchanges)('%s is as Cognito’s over HTTP', async (_, one) => {
    await overHttp(one)
  })

  it.each(topics)('cover %s', (topic) => {
    expect(exchanges.map(([, one]) => one.topic)).toContain(topic)
  })
})
