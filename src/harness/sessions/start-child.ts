import { waitsForJob } from '../../asl/resource.js'
import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import type { Execution } from '../../engine/execution.js'
import type { AslError, Call } from '../../engine/ports.js'
import { type StartRequest, startAnswer, startRequest, syncExecutionAnswer } from '../../tasks/child-execution.js'
import { derivedHex } from '../../tasks/derived-id.js'
import { stepFunctionsFailure } from '../../tasks/step-functions-error.js'
import { type Child, type Session, memberAt, memberNumbers, withChild } from './members.js'
import { endedExecution } from './relations.js'
import type { ChildMachine } from '../answering/rules.js'
import { type Question, type RunToEnd, type Settled, failedWithin, settledWithin } from './settled-call.js'
import { newWorld } from './world.js'

/** Executions that start one another, and executions of one session: more than a test means, so they are taken for endless. */
const MAX_DEPTH = 100
const MAX_CHILDREN = 10_000

const MACHINE_ARN = /^(arn:[^:]*:states:[^:]*:[^:]*:stateMachine:[^:]+)(?::[^:]+)?$/

/** A call that starts one of the session's machines. */
interface Start {
  readonly call: Call
  /** The member that calls. */
  readonly member: number
  readonly machine: ChildMachine
  readonly machineArn: string
  readonly request: StartRequest
  readonly input: Json
}

/**
 * Starts the machine that the call asks for, if the scenario has it. The Task goes on as AWS has it: at once, when the child
 * has ended (`.sync`, `startSyncExecution`), or when its token comes (`.waitForTaskToken`).
 */
export function startCalled(
  session: Session,
  member: number,
  call: Call,
  runToEnd: RunToEnd,
): Settled | Question | undefined {
  const { machines } = memberAt(session, member).world.rules
  const request = startRequest(call)
  const machine = request && machineNamed(machines, request.stateMachineArn)
  if (!request || !machine) return undefined
  const { input } = request
  if (input === undefined) {
    const text = "Invalid State Machine Execution Input: 'Invalid execution input.'"
    return failedWithin(session, member, call, stepFunctionsFailure(call, 'InvalidExecutionInput', text))
  }
  const machineArn = arnOf(request.stateMachineArn, machine)
  const start = { call, member, machine, machineArn, request, input }
  const refusal = refusalOf(start)
  if (refusal) return failedWithin(session, member, call, refusal)
  return request.waits ? runExpress(session, start, runToEnd) : startStandard(session, start)
}

/** The machine that is meant by an ARN: given under this ARN, its name or logical id, or by its own name. */
export function machineNamed(machines: Readonly<Record<string, ChildMachine>>, sent: string): ChildMachine | undefined {
  const arn = MACHINE_ARN.exec(sent)?.[1] ?? sent
  const name = arn.slice(arn.lastIndexOf(':') + 1).replace(/^\$\{(.*)\}$/, '$1')
  for (const key of [sent, arn, name]) {
    if (Object.hasOwn(machines, key)) return machines[key]
  }
  return Object.values(machines).find((machine) => machine.name === name)
}

function arnOf(sent: string, machine: ChildMachine): string {
  return MACHINE_ARN.exec(sent)?.[1] ?? `arn:aws:states:us-east-1:123456789012:stateMachine:${machine.name}`
}

function refusalOf({ call, machine, machineArn, request }: Start): AslError | undefined {
  const express = machine.type === 'EXPRESS'
  if (request.waits && !express) {
    const text = `State Machine Type Not Supported: 'This operation is not supported by this type of state machine'`
    return stepFunctionsFailure(call, 'StateMachineTypeNotSupported', text)
  }
  if (express && waitsForJob(call.resource)) {
    throw new UserError(
      'unsupported',
      `state "${call.state}" starts the EXPRESS machine ${machineArn} with .sync, which is for STANDARD ones: use aws-sdk:sfn:startSyncExecution`,
    )
  }
  return undefined
}

function startStandard(session: Session, start: Start): Settled {
  const { call, member } = start
  const child = begin(session, start)
  const existing = sameExecution(session, child.execution)
  if (existing !== undefined) return startAgain(session, start, existing)
  const added = { ...session, children: [...session.children, { ...child, waiters: [] }] }
  return waitFor(settledWithin(added, member, call, startedAnswer(call, child.execution)), start, added.children.length)
}

/** The answer of a call that does not wait for the child's end; `.sync` is submitted with it. */
function startedAnswer(call: Call, { settings }: Execution) {
  const output = startAnswer(call, settings.executionArn, settings.startAtMs)
  const submits = 'pattern' in call.resource && call.resource.pattern !== 'request-response'
  return submits ? { submitted: output } : { outcome: { output } }
}

/** Lets a `.sync` Task wait for the end of a child. */
function waitFor(settled: Settled, { call, member }: Start, child: number): Settled {
  const token = call.taskToken
  if (!waitsForJob(call.resource) || token === undefined) return settled
  const { session } = settled
  const waiters = session.children[child - 1]?.waiters ?? []
  const parsed = 'pattern' in call.resource && call.resource.pattern === 'sync:2'
  return { ...settled, session: withChild(session, child, { waiters: [...waiters, { member, token, parsed }] }) }
}

/** The member that has this execution's ARN already: the name was given before. */
function sameExecution(session: Session, { settings }: Execution): number | undefined {
  if (settings.type === 'EXPRESS') return undefined
  return memberNumbers(session).find(
    (member) => memberAt(session, member).execution.settings.executionArn === settings.executionArn,
  )
}

/** StartExecution with a name that was used: the same execution if it runs with the same input, else an error (recorded). */
function startAgain(session: Session, start: Start, existing: number): Settled {
  const { call, member, input } = start
  const { execution } = memberAt(session, existing)
  const { settings, status } = execution
  if (status === 'RUNNING' && existing > 0 && JSON.stringify(settings.input) === JSON.stringify(input)) {
    return waitFor(settledWithin(session, member, call, startedAnswer(call, execution)), start, existing)
  }
  const text = `Execution Already Exists: '${settings.executionArn}'`
  return failedWithin(session, member, call, stepFunctionsFailure(call, 'ExecutionAlreadyExists', text))
}

/**
 * An EXPRESS child under StartSyncExecution runs ahead to its end, and the time it took delays the answer. Of several that
 * begin at one instant, models remember what the last one did.
 */
function runExpress(session: Session, start: Start, runToEnd: RunToEnd): Question {
  const { call, member } = start
  const child = begin(session, start)
  return () => {
    const ended = runToEnd({
      execution: child.execution,
      world: child.world,
      children: [],
      signals: [],
      ...(session.models && { models: session.models }),
    })
    return ended instanceof Promise ? ended.then(adopt) : adopt(ended)
  }
  function adopt(ended: Session): (current: Session) => Settled {
    const { execution, world } = ended
    const output = syncExecutionAnswer(endedExecution(execution))
    const afterMs = execution.nowMs - execution.settings.startAtMs
    return (current) => {
      const number = current.children.length + 1
      const nested = ended.children.map((grandchild) => movedBy(grandchild, number, child.depth))
      const children = [...current.children, { ...child, execution, world, waiters: [] }, ...nested]
      return settledWithin({ ...current, children, ...(ended.models && { models: ended.models }) }, member, call, {
        outcome: { output },
        afterMs,
      })
    }
  }
}

/** A child of a session that becomes the member `number` of another one. */
function movedBy(child: Child, number: number, depth: number): Child {
  return { ...child, startedBy: child.startedBy + number, depth: child.depth + depth }
}

function begin(session: Session, start: Start): Omit<Child, 'waiters'> {
  const { call, member, machine, machineArn, request, input } = start
  const { rules } = memberAt(session, member).world
  const depth = depthOf(session, member) + 1
  checkBounds(session, machine, depth)
  const { settings } = memberAt(session, member).execution
  const { execution, rules: own } = machine.begin({
    input,
    name: request.name,
    machineArn,
    startAtMs: call.atMs,
    synchronous: request.waits,
    seed: Number.parseInt(derivedHex(call, 'child seed', 12), 16),
    inherited: {
      machines: rules.machines,
      models: rules.models,
      profile: settings.profile,
      onUnmockedTask: rules.onUnmockedTask,
      live: rules.live,
    },
  })
  return { execution, world: newWorld(own), machine, startedBy: member, call, depth }
}

function depthOf(session: Session, member: number): number {
  return session.children[member - 1]?.depth ?? 0
}

function checkBounds(session: Session, machine: ChildMachine, depth: number): void {
  if (depth > MAX_DEPTH) {
    throw new UserError(
      'usage',
      `${machine.name} would be the ${depth}. execution that was started by one another: does a machine start itself for ever?`,
    )
  }
  if (session.children.length >= MAX_CHILDREN) {
    throw new UserError(
      'usage',
      `more than ${MAX_CHILDREN} executions were started, the last of ${machine.name}: do machines start one another for ever?`,
    )
  }
}
