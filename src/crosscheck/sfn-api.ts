import type * as Sfn from '@aws-sdk/client-sfn'
import { UserError } from '../asl/user-error.js'

/** Where to run, and as whom. */
export interface Endpoint {
  readonly url: string
  /** Of AWS: credentials come from where its SDK looks for them. Elsewhere they are made up, and none is ever read. */
  readonly region: string | undefined
  readonly roleArn: string | undefined
}

/** One execution to be run there. */
export interface RemoteExecution {
  /** Of the throw-away machine. */
  readonly name: string
  readonly definition: string
  readonly input: string
  /** The test case of the mocks, where the endpoint has them. */
  readonly testCase: string | undefined
  readonly withinMs: number
}

/** Real time, handed in. */
export interface Clock {
  readonly realMs: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** A role that nobody has: only AWS asks for more. */
const NO_ROLE = 'arn:aws:iam::123456789012:role/aslx-crosscheck'
const POLL_MS = 100
const PAGE_EVENTS = 1000

/**
 * Runs one execution on another engine: creates the machine, starts it, waits for its end, and deletes the machine again. The
 * history as `GetExecutionHistory` gives it. Nothing but the endpoint is contacted.
 * UserError: 'unsupported' without the package @aws-sdk/client-sfn, and for whatever the endpoint refuses.
 */
export async function runThere(endpoint: Endpoint, asked: RemoteExecution, clock: Clock): Promise<readonly object[]> {
  const sdk = await loadSdk()
  const dummy = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new sdk.SFNClient({
    endpoint: endpoint.url,
    region: endpoint.region ?? 'us-east-1',
    ...(endpoint.region === undefined && { credentials: dummy }),
    maxAttempts: 1,
  })
  try {
    return await historyOf(sdk, client, endpoint, asked, clock)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw refused(endpoint.url, error)
  } finally {
    client.destroy()
  }
}

async function loadSdk(): Promise<typeof Sfn> {
  try {
    return await import('@aws-sdk/client-sfn')
  } catch {
    throw new UserError(
      'unsupported',
      'crosscheck needs the package @aws-sdk/client-sfn, which is not installed: npm install --save-dev @aws-sdk/client-sfn',
    )
  }
}

async function historyOf(
  sdk: typeof Sfn,
  client: Sfn.SFNClient,
  { url, roleArn = NO_ROLE }: Endpoint,
  { name, definition, input, testCase, withinMs }: RemoteExecution,
  clock: Clock,
): Promise<readonly object[]> {
  const { stateMachineArn } = await client.send(new sdk.CreateStateMachineCommand({ name, definition, roleArn }))
  try {
    const arn = testCase === undefined ? stateMachineArn : `${stateMachineArn}#${testCase}`
    const { executionArn } = await client.send(new sdk.StartExecutionCommand({ stateMachineArn: arn, input }))
    const untilMs = clock.realMs() + withinMs
    for (;;) {
      const { status } = await client.send(new sdk.DescribeExecutionCommand({ executionArn }))
      if (status !== 'RUNNING') return await allEvents(sdk, client, executionArn)
      if (clock.realMs() > untilMs) {
        await client.send(new sdk.StopExecutionCommand({ executionArn }))
        throw new UserError(
          'unsupported',
          `${url} has not ended the execution in time, which waits there for real: give it more (--within 30m)`,
        )
      }
      await clock.pause(POLL_MS)
    }
  } finally {
    await client.send(new sdk.DeleteStateMachineCommand({ stateMachineArn }))
  }
}

async function allEvents(
  sdk: typeof Sfn,
  client: Sfn.SFNClient,
  executionArn: string | undefined,
): Promise<readonly object[]> {
  const events: object[] = []
  let nextToken: string | undefined
  do {
    const page: Sfn.GetExecutionHistoryCommandOutput = await client.send(
      new sdk.GetExecutionHistoryCommand({
        executionArn,
        maxResults: PAGE_EVENTS,
        ...(nextToken !== undefined && { nextToken }),
      }),
    )
    events.push(...(page.events ?? []))
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  return events
}

function refused(url: string, error: unknown): UserError {
  const code = codeOf(error)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ECONNRESET') {
    return new UserError('unsupported', `nobody answers at ${url} (${code}): start the engine there first`)
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new UserError('unsupported', `${url} refuses to run the machine: ${said}`)
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
