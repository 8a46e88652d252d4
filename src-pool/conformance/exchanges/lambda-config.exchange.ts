import { expect } from 'vitest'
import { createdClient, createdPool, describedPool, exchange } from '../exchange.ts'

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`

/** CDK, Terraform and SDK set-ups name functions by ARN; `functions` says what stands behind them. */
export default exchange({
  topic: 'lambda triggers',
  configuration: {
    pools: [{ id: 'us-east-1_A', clients: [{ name: 'a', id: 'a' }], users: [] }],
    functions: {
      [arn('known')]: `exports.handler = async (event) => {
  event.response.autoConfirmUser = true
  return event
}`,
    },
  },
  async play(pool) {
    const signUp = async (LambdaConfig: object) => {
      const UserPoolId = await createdPool(pool, { LambdaConfig })
      expect((await describedPool(pool, UserPoolId)).LambdaConfig).toEqual(LambdaConfig)
      const { ClientId } = await createdClient(pool, UserPoolId)
      return { ClientId, Username: 'ann', Password: 'Practice-Password-1!' }
    }
    const known = await signUp({ PreSignUp: arn('known') })
    expect(await pool.succeed('SignUp', known)).toMatchObject({ UserConfirmed: true })
    const missing = await signUp({ PreSignUp: arn('missing') })
    expect(await pool.refusal('SignUp', missing)).toBe(
      'UnexpectedLambdaException: PreSignUp invocation failed due to error AccessDeniedException.',
    )
  },
})
