import { describe, expect, it } from 'vitest'
import { ask, read, seen } from './ask.js'

const error = { errorOutput: { error: 'Carrier.Down', cause: 'no trucks' } }

const RETRY = [
  { ErrorEquals: ['Other'] },
  { ErrorEquals: ['Carrier.Down'], IntervalSeconds: 3, BackoffRate: 2, MaxAttempts: 2 },
]
const CATCH = [
  { ErrorEquals: ['Other'], Next: 'Elsewhere' },
  { ErrorEquals: ['States.ALL'], ResultPath: '$.failed', Next: 'Refund' },
]

function task(handlers: object): object {
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...handlers, End: true }
}

describe('testState on a mocked error', () => {
  it('fails where nothing takes it', () => {
    const answer = ask({ definition: task({}), mock: error })
    expect(answer).toMatchObject({ status: 'FAILED', error: 'Carrier.Down', cause: 'no trucks' })
    expect(answer).not.toHaveProperty('output')
    expect(answer.inspectionData).not.toHaveProperty('errorDetails')
  })

  it.each([
    [0, 3],
    [1, 6],
  ])('is retriable after %i retries, in %i seconds', (retrierRetryCount, seconds) => {
    const definition = task({ Retry: RETRY, Catch: CATCH })
    const answer = ask({ definition, mock: error, stateConfiguration: { retrierRetryCount } })
    expect(answer.status).toBe('RETRIABLE')
    expect(answer.inspectionData?.errorDetails).toEqual({ retryIndex: 1, retryBackoffIntervalSeconds: seconds })
  })

  it('counts the retries of the first matching retrier only', () => {
    const retry = { ErrorEquals: ['States.ALL'], MaxDelaySeconds: 5, IntervalSeconds: 4 }
    const answer = ask({
      definition: task({ Retry: [retry] }),
      mock: error,
      stateConfiguration: { retrierRetryCount: 2 },
    })
    expect(answer.inspectionData?.errorDetails?.retryBackoffIntervalSeconds).toBe(5)
  })

  it('is caught once the retrier has no attempts left, with the output of the catcher', () => {
    const definition = task({ Retry: RETRY, Catch: CATCH })
    const answer = ask({ definition, input: { id: 1 }, mock: error, stateConfiguration: { retrierRetryCount: 2 } })
    expect(answer).toMatchObject({ status: 'CAUGHT_ERROR', nextState: 'Refund', error: 'Carrier.Down' })
    expect(read(answer.output)).toEqual({ id: 1, failed: { Error: 'Carrier.Down', Cause: 'no trucks' } })
    expect(answer.inspectionData?.errorDetails).toEqual({ retryIndex: 1, catchIndex: 1 })
  })

  it('shows what the catcher assigns among the variables', () => {
    const definition = task({
      Catch: [{ ErrorEquals: ['States.ALL'], Assign: { 'why.$': '$.Error' }, Next: 'Refund' }],
    })
    expect(seen(ask({ definition, variables: { a: 1 }, mock: error }))).toMatchObject({
      variables: { a: 1, why: 'Carrier.Down' },
    })
  })

  it('does not catch States.Runtime', () => {
    const mock = { errorOutput: { error: 'States.Runtime' } }
    expect(ask({ definition: task({ Catch: CATCH }), mock }).status).toBe('FAILED')
  })

  it('catches the failure of a JSONata expression, unless it is the catcher that fails', () => {
    const jsonata = { QueryLanguage: 'JSONata', Arguments: '{% $nope %}' }
    const caught = { ErrorEquals: ['States.QueryEvaluationError'], Next: 'Refund' }
    const mock = { result: '{}' }
    expect(ask({ definition: task({ ...jsonata, Catch: [caught] }), mock }).status).toBe('CAUGHT_ERROR')
    const broken = { ...caught, Output: '{% $alsoNope %}' }
    const answer = ask({ definition: task({ ...jsonata, Catch: [broken] }), mock })
    expect(answer).toMatchObject({ status: 'FAILED', cause: expect.stringContaining('$alsoNope') })
  })

  it('refuses an output above the limit', () => {
    const mock = { result: JSON.stringify('x'.repeat(300_000)), fieldValidationMode: 'NONE' as const }
    expect(ask({ definition: task({}), mock }).error).toBe('States.DataLimitExceeded')
  })
})
