import type { FaultDefinition } from '../fault-definition.js'
import { functionFault } from '../function-fault.js'
import { everyRuntime, killedPayload, raisedPayload } from '../function-payload.js'

const PAYLOADS = 'LocalStack snapshots recorded against AWS: lambda_/test_lambda_common (payload by runtime)'
const KILLED = {
  type: 'Runtime.ExitError',
  message: 'RequestId: {request_id} Error: Runtime exited with error: signal: killed',
}

/** What the invoker sees is `Runtime.ExitError`; `Runtime.OutOfMemory` stands only in the function's REPORT log line. */
const oom = functionFault({
  id: 'lambda-oom',
  errorKind: 'killed',
  title: 'The process is killed because it exceeds its memory',
  aliases: ['oom', 'out-of-memory'],
  payload: killedPayload(KILLED),
  notMatchedBy: ['Runtime.OutOfMemory', 'Lambda.Unknown'],
  transient: false,
  advice: 'Retry once or twice at most (it helps against a leak), then take a path with more memory.',
  evidence: 'reported',
  source: ['public history of an execution, 2025', PAYLOADS],
})

const warmLeakOom = functionFault({
  id: 'lambda-warm-leak-oom',
  errorKind: 'killed',
  title: 'A leak kills one warm environment after thousands of invocations',
  aliases: ['leak', 'memory-leak'],
  payload: killedPayload(KILLED),
  transient: true,
  advice: 'One retry at once goes well, for it gets a fresh environment; look for the leak all the same.',
  evidence: 'inferred',
  source: ['as lambda-oom'],
})

const oomLegacy = functionFault({
  id: 'lambda-oom-legacy',
  errorKind: 'killed',
  title: 'The process runs out of memory, and the payload names no error (older runtimes)',
  aliases: ['oom-legacy'],
  payload: everyRuntime('{"errorMessage":"RequestId: {request_id} Process exited before completing request"}'),
  notMatchedBy: ['Runtime.ExitError'],
  transient: false,
  advice: 'Name Lambda.Unknown beside Runtime.ExitError wherever running out of memory has a path of its own.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'],
})

const nodeHeapOom = functionFault({
  id: 'lambda-node-heap-oom',
  errorKind: 'killed',
  title: "Node's heap is full and the process aborts",
  aliases: ['heap-oom', 'node-heap'],
  targets: 'tasks that call a Lambda function; it is Node that ends so',
  payload: killedPayload({
    type: 'Runtime.ExitError',
    message: 'RequestId: {request_id} Error: Runtime exited with error: signal: aborted',
  }),
  transient: false,
  advice: 'No retry with the same input: raise the memory of the function, or stream what it reads.',
  evidence: 'inferred',
  source: ['Node ends with SIGABRT after "Reached heap limit" (reproduced)'],
})

const pythonMemoryError = functionFault({
  id: 'lambda-python-memoryerror',
  errorKind: 'killed',
  title: 'Python raises MemoryError before the system kills the process',
  aliases: ['memoryerror'],
  targets: 'tasks that call a Lambda function; it is Python that answers so',
  payload: everyRuntime(raisedPayload(everyRuntime({ type: 'MemoryError', message: '' })).python),
  transient: false,
  advice: 'No retry with the same input: raise the memory of the function, or take the work in parts.',
  evidence: 'inferred',
  source: ['MemoryError under a limited address space (reproduced)', PAYLOADS],
})

const javaHeapOom = functionFault({
  id: 'lambda-java-heap-oom',
  errorKind: 'killed',
  title: "Java's heap space is used up",
  aliases: ['java-heap'],
  targets: 'tasks that call a Lambda function; it is Java that answers so',
  payload: everyRuntime(
    raisedPayload(everyRuntime({ type: 'java.lang.OutOfMemoryError', message: 'Java heap space' })).java,
  ),
  notMatchedBy: ['OutOfMemoryError'],
  transient: false,
  advice: 'No retry with the same input: raise the memory of the function. The name to match has its package in it.',
  evidence: 'inferred',
  source: [PAYLOADS],
})

/** The runtime's usual error for ENOSPC. Type and message for .NET and Go are assumptions, and Ruby's message is. */
const tmpFull = functionFault({
  id: 'lambda-tmp-full',
  title: '/tmp is full because warm environments are reused (ENOSPC)',
  aliases: ['tmp-full', 'enospc', 'diskspace', 'disk-full'],
  payload: raisedPayload({
    node: { type: 'Error', message: 'ENOSPC: no space left on device, write' },
    python: { type: 'OSError', message: '[Errno 28] No space left on device' },
    java: { type: 'java.io.IOException', message: 'No space left on device' },
    dotnet: { type: 'IOException', message: "No space left on device : '/tmp/data'" },
    ruby: { type: 'Function<Errno::ENOSPC>', message: 'No space left on device @ io_write - /tmp/data' },
    go: { type: 'PathError', message: 'write /tmp/data: no space left on device' },
  }),
  transient: true,
  advice:
    'A retry helps only if another environment takes it. Delete temporary files after each invocation, or raise EphemeralStorage (up to 10,240 MB).',
  evidence: 'inferred',
  source: [PAYLOADS, 'Node and Python messages reproduced on a full tmpfs'],
})

/** The runtime's usual error for EMFILE. Type and message for .NET, Ruby and Go are assumptions. */
const tooManyOpenFiles = functionFault({
  id: 'lambda-too-many-open-files',
  title: 'A warm environment has no file descriptor left of its 1,024 (EMFILE)',
  aliases: ['emfile', 'too-many-open-files', 'fd-leak'],
  payload: raisedPayload({
    node: { type: 'Error', message: "EMFILE: too many open files, open '/tmp/data'" },
    python: { type: 'OSError', message: "[Errno 24] Too many open files: '/tmp/data'" },
    java: { type: 'java.io.FileNotFoundException', message: '/tmp/data (Too many open files)' },
    dotnet: { type: 'IOException', message: "Too many open files : '/tmp/data'" },
    ruby: { type: 'Function<Errno::EMFILE>', message: 'Too many open files @ rb_sysopen - /tmp/data' },
    go: { type: 'PathError', message: 'open /tmp/data: too many open files' },
  }),
  transient: 'depends',
  advice:
    'A retry helps only if another environment takes it. Close what is opened, and end the process on EMFILE so that it is replaced.',
  evidence: 'inferred',
  source: [
    'Node and Python messages reproduced with a limit on open files',
    'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  ],
})

/** What wears out or is used up in a function's environment. */
export const lambdaEnvironment: readonly FaultDefinition[] = [
  oom,
  tmpFull,
  tooManyOpenFiles,
  warmLeakOom,
  oomLegacy,
  nodeHeapOom,
  pythonMemoryError,
  javaHeapOom,
]
