import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from '../e2e/fake-io.js'

const shared = process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
const corpus = join(shared, 'iac')
const missing = !existsSync(join(corpus, 'index.json'))

/** What a sweep without any mock prints of a published template, without what depends on where the corpus lies. */
async function swept(path: string): Promise<string> {
  const { out } = await aslx(['inject', join(corpus, path), '--fault', 'oom'])
  return out
    .replaceAll(`${corpus}/`, '')
    .split('\n')
    .filter((line) => !line.includes('replay: '))
    .map((line) => (line.length > 180 ? `${line.slice(0, 180)}...` : line))
    .join('\n')
}

describe.skipIf(missing)(`what a sweep tells of ${missing ? `(there is no corpus at ${corpus})` : 'templates'}`, () => {
  it('of a SAM template whose definition is a YAML file beside it', async () => {
    expect(await swept('sam/aws-samples-aws-step-functions-long-lived-transactions__template.yaml/template.yaml'))
      .toMatchInlineSnapshot(`
        "SagaStateMachine  sam/aws-samples-aws-step-functions-long-lived-transactions__template.yaml/template.yaml

          ProcessOrder       once, always  unhandled    1 struck       Runtime.ExitError  FAILED after 0s
          ProcessPayment     once, always  unhandled    1 struck       Runtime.ExitError  FAILED after 0s
          ReserveInventory   once, always  unhandled    1 struck       Runtime.ExitError  FAILED after 0s
          ReleaseInventory   once, always  missed       never reached                     SUCCEEDED after 0s
          ProcessRefund      once, always  missed       never reached                     SUCCEEDED after 0s
          UpdateOrderStatus  once, always  missed       never reached                     SUCCEEDED after 0s

          inferred input, for want of one: {"order_id":"order_id"}
          inferred answers, for want of a scenario: ProcessOrder, ProcessPayment, ReserveInventory, "sns:NotifySuccess"

          sam/aws-samples-aws-step-functions-long-lived-transactions__template.yaml/statemachine/llt.asl.yaml:16:3: ProcessOrder once: Runtime.ExitError: {"errorType":"Runtime.ExitError","...

        12 strikes: 6 unhandled, 6 missed
        "
      `)
  })

  it('of an ASL file with placeholders', async () => {
    expect(
      await swept(
        'plain/aws-aws-sam-cli-app-templates__ruby-step-func-cookiecutter.project_name-statemachine-stock_trader.asl.json',
      ),
    ).toMatchInlineSnapshot(`
      "stock_trader  plain/aws-aws-sam-cli-app-templates__ruby-step-func-cookiecutter.project_name-statemachine-stock_trader.asl.json/stock_trader.asl.json

        Check Stock Value   once          recovered  Check Stock Value Retry[0]   1 struck       Runtime.ExitError  SUCCEEDED after 15s
        Check Stock Value   always        unhandled                               6 struck       Runtime.ExitError  FAILED after 3m 17s 813ms
        Sell Stock          once, always  missed                                  never reached                     SUCCEEDED after 0s
        Buy Stock           once          recovered  Buy Stock Retry[0]           1 struck       Runtime.ExitError  SUCCEEDED after 2s
        Buy Stock           always        unhandled                               4 struck       Runtime.ExitError  FAILED after 6s
        Record Transaction  once          recovered  Record Transaction Retry[0]  1 struck       Runtime.ExitError  SUCCEEDED after 20s
        Record Transaction  always        unhandled                               6 struck       Runtime.ExitError  FAILED after 2d 13h 43m 40s

        inferred answers, for want of a scenario: Check Stock Value, Buy Stock, Record Transaction

        plain/aws-aws-sam-cli-app-templates__ruby-step-func-cookiecutter.project_name-statemachine-stock_trader.asl.json/stock_trader.asl.json:5:9: Check Stock Value always: Runtime.Exit...

      8 strikes: 3 recovered, 3 unhandled, 2 missed
      "
    `)
  })

  it('of a CDK template whose answers several states read', async () => {
    expect(
      await swept(
        'cdk-synth/aws-samples-aws-stepfunctions-examples__cdk-app-glacier-deep-archive-retrieval-GlacierRetrievalApp.template.json',
      ),
    ).toMatchInlineSnapshot(`
      "sfnpostprocessingStateMachineCFEC6AE6  cdk-synth/aws-samples-aws-stepfunctions-examples__cdk-app-glacier-deep-archive-retrieval-GlacierRetrievalApp.template.json/GlacierRetrievalAp...

        Calculate costs   once, always  unhandled    1 struck  Runtime.ExitError  FAILED after 0s
        Get download url  once, always  unhandled    1 struck  Runtime.ExitError  FAILED after 0s

        inferred input, for want of one: {"s3Event":{"detail":{"object":{"key":"key","size":"size"}}}}
        inferred answers, for want of a scenario: Get restore operation metadata, Calculate costs, "Update restore metadata: Add costs", Get download url, Restore object completed

        cdk-synth/aws-samples-aws-stepfunctions-examples__cdk-app-glacier-deep-archive-retrieval-GlacierRetrievalApp.template.json/GlacierRetrievalApp.template.json:2184:190: Calculate c...

      4 strikes: 4 unhandled
      "
    `)
  })

  it('of a Terraform folder', async () => {
    expect(await swept('terraform/aws-samples-serverless-patterns__sfn-lambda-function-crossaccount-terraform'))
      .toMatchInlineSnapshot(`
        "aws_sfn_state_machine.sfn_state_machine  terraform/aws-samples-serverless-patterns__sfn-lambda-function-crossaccount-terraform/step-function.tf

          LambdaFunction  once, always  unhandled    1 struck  Runtime.ExitError  FAILED after 0s

          inferred input, for want of one: {"payload":"payload"}
          inferred answers, for want of a scenario: LambdaFunction

          terraform/aws-samples-serverless-patterns__sfn-lambda-function-crossaccount-terraform/step-function.tf:51:5: LambdaFunction once: Runtime.ExitError: {"errorType":"Runtime.ExitErr...

        2 strikes: 2 unhandled
        "
      `)
  })

  it('of a Serverless Framework file', async () => {
    expect(await swept('serverless/serverless-examples__aws-ruby-step-functions-serverless.yml'))
      .toMatchInlineSnapshot(`
        "myStateMachine  serverless/serverless-examples__aws-ruby-step-functions-serverless.yml/serverless.yml

          Buy Ticket                 once, always  unhandled    1 struck       Runtime.ExitError  FAILED after 0s
          Reserve Parking Lot Space  once, always  unhandled    1 struck       Runtime.ExitError  FAILED after 0s
          Check Weather              once, always  unhandled    1 struck       Runtime.ExitError  FAILED after 0s
          Return Ticket              once, always  missed       never reached                     SUCCEEDED after 0s
          Release Parking Space      once, always  missed       never reached                     SUCCEEDED after 0s

          inferred input, for want of one: {"check_in_date":"2030-01-01T00:00:00Z"}
          inferred answers, for want of a scenario: Buy Ticket, Reserve Parking Lot Space, Check Weather

          serverless/serverless-examples__aws-ruby-step-functions-serverless.yml/serverless.yml:98:17: Buy Ticket once: Runtime.ExitError: {"errorType":"Runtime.ExitError","errorMessage":"...

        10 strikes: 6 unhandled, 4 missed
        "
      `)
  })
})
