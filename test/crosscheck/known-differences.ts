/** The first event in which moto is known to go another way than `aslx`, and why. */
export interface KnownDifference {
  /** As `aslx crosscheck` is given it. */
  readonly machine: string
  /** What `aslx crosscheck` says: the state, where in the event, and the types of the two events. */
  readonly state: string
  readonly at: string
  readonly here: string
  readonly there: string
  /** An event that moto's history has to hold somewhere: its type, and a part of its JSON. It proves the reason. */
  readonly proof: { readonly type: string; readonly says: string }
  readonly because: string
}

/** A mock hands over what the function returned, which AWS takes as it is for a Resource that is a function's ARN. */
const FUNCTION_ARN =
  "for a function's ARN as the Resource, moto takes the mock for the answer of Invoke and reads its Payload (state_task_lambda.py)"

/** In AWS a path that may select several gives a list, be it empty. */
const EMPTY_FILTER =
  'a filter in a path that selects nothing fails in moto, which allows that to wildcards and slices only (json_path.py)'

const API_PARAMETERS =
  'moto drops every parameter of apigateway:invoke but ApiEndpoint and Method (state_task_service_api_gateway.py)'

const UUID = 'moto declares $uuid as a function that answers that it is not supported (intrinsic/jsonata.py)'

/** AWS makes up a UUID as the name. */
const NO_NAME = 'an execution that is started without a name has none in moto (parser/models.py)'

/** AWS refuses `$` at the top level only: inside a path step it is the item. */
const CONTEXT_ITEM = 'moto refuses $ anywhere in an expression, even as the item of a path step (jsonata.py)'

const ONE_MOCK =
  'a mock holds one answer, which moto gives for the call as well as for its callback (state_task_service_callback.py)'

/** What moto 5.2 does otherwise, each with the file of moto that does it. Everything else has to agree. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    machine: 'machines/01-pdf-pipeline/template.yaml',
    state: 'SummarisePdf',
    at: '',
    here: 'MapStateSucceeded',
    there: 'MapStateFailed',
    proof: { type: 'LambdaFunctionFailed', says: `"cause":"'Payload'"` },
    because: FUNCTION_ARN,
  },
  {
    machine: 'machines/01-pdf-pipeline/template.mended.yaml',
    state: 'PdfSummarised',
    at: '',
    here: 'MapStateSucceeded',
    there: 'MapStateFailed',
    proof: { type: 'TaskFailed', says: "$.pages[?(@.status != 'ANALYSED')].page' could not be found" },
    because: EMPTY_FILTER,
  },
  ...['naive', 'mended'].map((folder) => ({
    machine: `machines/05-stack-fleets/${folder}/cdk.out`,
    state: 'CreateStack',
    at: 'parameters.ClientRequestToken',
    here: 'TaskScheduled',
    there: 'TaskScheduled',
    proof: { type: 'TaskScheduled', says: 'ClientRequestToken' },
    because: NO_NAME,
  })),
  ...['serverless.yml', 'serverless.mended.yml'].map((file) => ({
    machine: `machines/06-memory-pressure/${file}`,
    state: 'LoadOrder',
    at: '',
    here: 'LambdaFunctionSucceeded',
    there: 'LambdaFunctionFailed',
    proof: { type: 'LambdaFunctionFailed', says: `"cause":"'Payload'"` },
    because: FUNCTION_ARN,
  })),
  {
    machine: 'machines/08-time-limits/template.yaml',
    state: 'ImportPrices',
    at: 'parameters.Stage',
    here: 'TaskScheduled',
    there: 'TaskScheduled',
    proof: { type: 'TaskScheduled', says: '"resourceType":"apigateway"' },
    because: API_PARAMETERS,
  },
  {
    machine: 'machines/10-duplicates/template.yaml',
    state: 'AnnounceBatch',
    at: 'parameters.MessageDeduplicationId',
    here: 'TaskScheduled',
    there: 'TaskScheduled',
    proof: { type: 'TaskScheduled', says: 'Function $uuid is currently not supported' },
    because: UUID,
  },
  ...['template.yaml', 'template.mended.yaml'].map((file) => ({
    machine: `machines/11-partial-batch/${file}`,
    state: 'PutClicks',
    at: '',
    here: 'TaskScheduled',
    there: 'TaskFailed',
    proof: { type: 'TaskFailed', says: '"error":"States.Runtime","cause":""' },
    because: CONTEXT_ITEM,
  })),
  ...['checkout.asl.json', 'checkout.mended.asl.json'].map((file) => ({
    machine: `machines/14-checkout-saga/${file}`,
    state: 'BookCarrier',
    at: 'output.tracking',
    here: 'TaskSubmitted',
    there: 'TaskSubmitted',
    proof: { type: 'TaskSubmitted', says: 'T-42' },
    because: ONE_MOCK,
  })),
]
