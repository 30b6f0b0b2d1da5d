import type { FaultDefinition, Runtime } from '../fault-definition.js'
import { functionFault } from '../function-fault.js'
import { type RaisedError, everyRuntime, raisedPayload } from '../function-payload.js'
import { lambdaAnswers } from './lambda-answers.js'
import { lambdaEnds } from './lambda-ends.js'
import { lambdaEnvironment } from './lambda-environment.js'

const PAYLOADS = 'LocalStack snapshots recorded against AWS: lambda_/test_lambda_common (payload by runtime)'
const RUNTIME_CLIENTS = 'the runtime interface clients of Python and Node'

/** The default types are those of a plain error in each runtime. Rust and custom runtimes are not told apart from Go. */
const unhandledException = functionFault({
  id: 'lambda-unhandled-exception',
  title: 'The function raises an exception that it does not handle',
  aliases: ['exception', 'throw', 'crash'],
  payload: raisedPayload({
    node: { type: 'Error', message: '{message}' },
    python: { type: 'Exception', message: '{message}' },
    java: { type: 'java.lang.RuntimeException', message: '{message}' },
    dotnet: { type: 'Exception', message: '{message}' },
    ruby: { type: 'Function<RuntimeError>', message: '{message}' },
    go: { type: 'errorString', message: '{message}' },
  }),
  parameters: { message: { kind: 'text', default: 'something went wrong', help: 'what the exception says' } },
  transient: 'depends',
  advice:
    'Give transient and permanent errors classes of their own, so that Retry and Catch can tell them apart by name.',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/task_lambda.raise_exception-1c1a35f8.json',
    id: 'v2/error_handling/test_task_lambda.py::TestTaskLambda::test_raise_exception',
    pointer: '/expect/events/4/lambdaFunctionFailedEventDetails',
  },
  source: [PAYLOADS],
})

const customErrorName = functionFault({
  id: 'lambda-custom-error-name',
  title: 'The function raises an error of its own, by which the machine chooses a path',
  aliases: ['custom-error', 'domain-error'],
  payload: raisedPayload(everyRuntime({ type: '{name}', message: '{message}' })),
  parameters: {
    name: { kind: 'text', default: 'CustomException', help: "the error's class" },
    message: { kind: 'text', default: 'something went wrong', help: 'what it says' },
  },
  transient: 'depends',
  advice:
    'One retrier or catcher for each such error, spelled exactly so: of a Java class the full name, packages and all.',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/task_lambda.raise_custom_exception-42db93b8.json',
    id: 'v2/error_handling/test_task_lambda.py::TestTaskLambda::test_raise_custom_exception',
    pointer: '/expect/events/4/lambdaFunctionFailedEventDetails',
  },
  source: [PAYLOADS],
})

/** Python's payload has an empty request id while the module is imported. Names of the other runtimes are assumptions. */
const initError = functionFault({
  id: 'lambda-init-error',
  title: 'The code outside the handler fails while the environment starts',
  aliases: ['init-error', 'cold', 'cold-start-error'],
  payload: raisedPayload(
    {
      node: { type: 'Error', message: '{message}' },
      python: { type: 'Exception', message: '{message}' },
      java: { type: 'java.lang.ExceptionInInitializerError', message: '{message}' },
      dotnet: { type: 'TypeInitializationException', message: '{message}' },
      ruby: { type: 'Init<RuntimeError>', message: '{message}' },
      go: {
        type: 'Runtime.ExitError',
        message: 'RequestId: {request_id} Error: Runtime exited with error: exit status 2',
      },
    },
    { pythonRequestId: '' },
  ),
  parameters: { message: { kind: 'text', default: 'something went wrong', help: 'what the exception says' } },
  sideEffect: 'none',
  transient: false,
  advice: 'No retry: the same code fails in every environment. Route it to people, and roll the deployment back.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: lambda_/test_lambda::test_lambda_runtime_error'],
})

/** What the runtime refuses before the handler runs. That others than Python speak as Node does is an assumption. */
function refusedCode(
  row: Pick<FaultDefinition, 'id' | 'title' | 'aliases' | 'advice' | 'parameters'>,
  type: string,
  messages: { readonly python: string; readonly node: string },
): FaultDefinition {
  const node = { type, message: messages.node }
  const raised: Record<Runtime, RaisedError> = { ...everyRuntime(node), python: { type, message: messages.python } }
  return functionFault({
    ...row,
    payload: raisedPayload(raised, { stackless: true }),
    sideEffect: 'none',
    transient: false,
    evidence: 'documented',
    source: [RUNTIME_CLIENTS],
  })
}

const importModuleError = refusedCode(
  {
    id: 'lambda-import-module-error',
    title: 'A module that the code imports is not in the package',
    aliases: ['import-error', 'module-not-found'],
    advice: 'No retry: the package or layer lacks the module. Catch it, and deploy a package that has it.',
    parameters: { module: { kind: 'text', default: 'shared', help: 'the module that is not there' } },
  },
  'Runtime.ImportModuleError',
  {
    python: "Unable to import module 'handler': No module named '{module}'",
    node: "Error: Cannot find module '{module}'\nRequire stack:\n- /var/task/index.js",
  },
)

const handlerNotFound = refusedCode(
  {
    id: 'lambda-handler-not-found',
    title: 'The configured handler does not exist in the module',
    aliases: ['handler-not-found'],
    advice: 'No retry: Handler in the template names a function that the code does not export.',
    parameters: {
      module: { kind: 'text', default: 'index', help: 'the part of Handler before the dot' },
      handler: { kind: 'text', default: 'handler', help: 'the part behind it' },
    },
  },
  'Runtime.HandlerNotFound',
  {
    python: "Handler '{handler}' missing on module '{module}'",
    node: '{module}.{handler} is undefined or not exported',
  },
)

const userCodeSyntaxError = refusedCode(
  {
    id: 'lambda-user-code-syntax-error',
    title: 'The code has a syntax error, or modules of the wrong kind',
    aliases: ['syntax-error'],
    advice: 'No retry: deploy code that parses. ES modules need "type": "module" or the ending .mjs.',
  },
  'Runtime.UserCodeSyntaxError',
  {
    python: "Syntax error in module 'handler': invalid syntax (handler.py, line 3)",
    node: "SyntaxError: Unexpected token 'export'",
  },
)

/** Only Python's runtime has it: the payload is Python's in every function. */
const marshalError = functionFault({
  id: 'lambda-marshal-error',
  title: 'What a Python function returns cannot be written as JSON',
  aliases: ['marshal-error'],
  targets: 'tasks that call a Lambda function; it is Python that answers so',
  payload: everyRuntime(
    raisedPayload(
      everyRuntime({
        type: 'Runtime.MarshalError',
        message: 'Unable to marshal response: Object of type {type} is not JSON serializable',
      }),
      { stackless: true },
    ).python,
  ),
  parameters: { type: { kind: 'text', default: 'datetime', help: 'the type of the value' } },
  sideEffect: 'happened',
  transient: false,
  advice: 'No retry: the work is done, and only its result is lost. Turn dates, decimals and bytes into text first.',
  evidence: 'documented',
  source: [RUNTIME_CLIENTS],
})

/** Only Node's runtime has it: the payload is Node's in every function. */
const unhandledRejection = functionFault({
  id: 'lambda-unhandled-rejection',
  title: 'A promise that nobody awaits is rejected in a Node function',
  aliases: ['unhandled-rejection'],
  targets: 'tasks that call a Lambda function; it is Node that answers so',
  payload: everyRuntime(
    raisedPayload(everyRuntime({ type: 'Runtime.UnhandledPromiseRejection', message: 'Error: {message}' })).node,
  ),
  parameters: { message: { kind: 'text', default: 'something went wrong', help: 'what the rejection says' } },
  transient: false,
  advice: 'No retry that hides it: await every promise in the handler, so that its own error gets out.',
  evidence: 'documented',
  source: [RUNTIME_CLIENTS],
})

/** What goes wrong in a function: its code first, then the platform's end of it, then answers that are no errors. */
export const lambdaFunction: readonly FaultDefinition[] = [
  unhandledException,
  ...lambdaEnvironment,
  ...lambdaEnds,
  customErrorName,
  initError,
  importModuleError,
  handlerNotFound,
  userCodeSyntaxError,
  marshalError,
  unhandledRejection,
  ...lambdaAnswers,
]
