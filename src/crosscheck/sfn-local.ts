import type * as Testcontainers from 'testcontainers'
import { UserError } from '../asl/user-error.js'

/** An engine in a container. */
export interface LocalEngine {
  readonly url: string
  readonly stop: () => Promise<void>
}

export const SFN_LOCAL_IMAGE = 'amazon/aws-stepfunctions-local'
const PORT = 8083
const MOCK_FILE = '/home/stepfunctionslocal/MockConfigFile.json'

/**
 * Starts Step Functions Local with these mocks in a container of its own.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-config-options.html
 * UserError 'unsupported' without the package testcontainers, and where no container engine runs.
 */
export async function startLocal(image: string, mocks: string): Promise<LocalEngine> {
  const { GenericContainer, Wait } = await loadTestcontainers()
  try {
    const container = await new GenericContainer(image)
      .withExposedPorts(PORT)
      .withCopyContentToContainer([{ content: mocks, target: MOCK_FILE }])
      .withEnvironment({
        SFN_MOCK_CONFIG: MOCK_FILE,
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_ACCOUNT_ID: '123456789012',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      })
      // Any answer will do: it speaks nothing but its API.
      .withWaitStrategy(Wait.forHttp('/', PORT).forStatusCodeMatching((status) => status > 0))
      .start()
    const stop = async (): Promise<void> => void (await container.stop())
    return { url: `http://${container.getHost()}:${container.getMappedPort(PORT)}`, stop }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isMissing = /container runtime/i.test(reason)
    throw new UserError(
      'unsupported',
      isMissing
        ? 'sfn-local needs a container engine such as Docker, and none runs here: start one, or name an endpoint by its URL'
        : `${image} does not start: ${reason}`,
    )
  }
}

async function loadTestcontainers(): Promise<typeof Testcontainers> {
  try {
    return await import('testcontainers')
  } catch {
    throw new UserError(
      'unsupported',
      'sfn-local needs the package testcontainers, which is not installed: npm install --save-dev testcontainers',
    )
  }
}
