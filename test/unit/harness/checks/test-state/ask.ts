import { testState } from '../../../../../src/harness/checks/test-state/test-state.js'
import type { TestStateOptions } from '../../../../../src/harness/checks/test-state/test-state.js'
import type { TestStateOutput, TestStateRequest } from '../../../../../src/wire/test-state-api.js'

/** A request whose texts may be given as values. */
type Written = {
  readonly [Name in keyof TestStateRequest]: Name extends 'definition' | 'input' | 'variables' | 'context'
    ? unknown
    : TestStateRequest[Name]
} & { readonly definition: unknown }

const ROLE = 'arn:aws:iam::123456789012:role/tester'

/** Tests a state; texts that are JSON are made here, and the role is given. */
export function ask(written: Written, options: TestStateOptions = {}): TestStateOutput {
  const texts = ['definition', 'input', 'variables', 'context'].flatMap((name) => {
    const value: unknown = (written as Readonly<Record<string, unknown>>)[name]
    return value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
  })
  const request = { roleArn: ROLE, inspectionLevel: 'DEBUG', ...written, ...Object.fromEntries(texts) }
  return testState(request as TestStateRequest, options)
}

/** JSON text read back, so that expectations do not depend on how it is written. */
export function read(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text)
}

/** The inspection data with its JSON texts read. */
export function seen(output: TestStateOutput): unknown {
  const entries = Object.entries(output.inspectionData ?? {})
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? read(value) : value]))
}
