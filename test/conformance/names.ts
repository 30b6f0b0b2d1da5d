import type { Json } from '../../src/asl/json.js'
import { isObject } from '../../src/asl/json.js'
import type { ConformanceCase } from './case.js'
import { stringsIn } from './normalise.js'
import { eventsOf } from './recorded-event.js'

/** The names and ARNs a recorded execution had, as the recording shows them: mostly placeholders, used as if they were names. */
export interface Names {
  readonly name: string
  readonly machineName: string
  readonly machineArn: string
  readonly roleArn: string
}

const STATES_ARN = 'arn:aws:states:us-east-1:111111111111'
const EXECUTION = /^arn:aws:states:[^:]*:\d*:(?:execution|express):([^:]+):([^:]+)/
const MACHINE = /^arn:aws:states:[^:]*:\d*:(?:stateMachine:([^:]+)|mapRun:([^:/]+)\/)/

/** The names of the execution a case recorded; where nothing shows them, the placeholders that most recordings use. */
export function namesOf(source: ConformanceCase): Names {
  const arns = arnsOfTheExecution(source)
  const [, machine, execution] = firstMatch(arns, EXECUTION) ?? []
  const [, fromMachine, fromMapRun] = firstMatch(arns, MACHINE) ?? []
  const machineName = machine ?? fromMachine ?? fromMapRun ?? '<ArnPart_0idx>'
  return {
    name: source.meta.executionName ?? execution ?? '<ExecArnPart_0idx>',
    machineName,
    machineArn: `${STATES_ARN}:stateMachine:${machineName}`,
    roleArn: roleOf(source),
  }
}

/** The ARNs in a recording that it was not given: those of the execution itself, not of another it starts. */
function arnsOfTheExecution({ definition, input, expect, meta }: ConformanceCase): readonly string[] {
  const given = JSON.stringify([definition, input, meta.taskOutcomes ?? null])
  const own = [expect.executionArn, isObject(expect.describe) ? expect.describe.executionArn : null, expect.endEvent]
  const shown = [...own, expect.logs, expect.eventBridge, expect.events].flatMap((part) => [...stringsIn(part)])
  return shown.filter((text) => text.startsWith('arn:') && !given.includes(text))
}

function firstMatch(texts: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const text of texts) {
    const match = pattern.exec(text)
    if (match) return match
  }
  return undefined
}

function roleOf(source: ConformanceCase): string {
  const details: Json | undefined = eventsOf(source.expect)?.[0]?.executionStartedEventDetails
  return isObject(details) && typeof details.roleArn === 'string' ? details.roleArn : 'snf_role_arn'
}
