/** A founding incident as a command: on the naive machine it ends with 1, on the mended one with 0. */
export interface Incident {
  /** Its number in the list of founding incidents, which is the order of the rows. */
  readonly number: number
  readonly title: string
  /** `inject`, `run` or `simulate`. */
  readonly command: string
  /** Sources, from the root of the repository. */
  readonly naive: string
  readonly mended: string
  /** What follows the source, the same for both. */
  readonly args: readonly string[]
}

export const incidents: readonly Incident[] = [
  {
    number: 1,
    title: 'The PDF pipeline: a full disk, a leak',
    command: 'inject',
    naive: 'machines/01-pdf-pipeline/template.yaml',
    mended: 'machines/01-pdf-pipeline/template.mended.yaml',
    args: ['--fault', 'oom', '--fault', 'tmp-full'],
  },
  {
    number: 1,
    title: 'The PDF pipeline: the 12,000th page',
    command: 'simulate',
    naive: 'machines/01-pdf-pipeline/template.yaml',
    mended: 'machines/01-pdf-pipeline/template.mended.yaml',
    args: ['--scenario', 'machines/01-pdf-pipeline/leak.load.yaml'],
  },
  {
    number: 2,
    title: 'A report makes a prefix of S3 hot',
    command: 'simulate',
    naive: 'machines/02-hot-prefix/template.yaml',
    mended: 'machines/02-hot-prefix/template.mended.yaml',
    args: ['--scenario', 'machines/02-hot-prefix/report.load.yaml'],
  },
  {
    number: 3,
    title: 'The S3 endpoint is gone for twenty minutes',
    command: 'run',
    naive: 'machines/03-s3-endpoint/naive/main.tf',
    mended: 'machines/03-s3-endpoint/mended/main.tf',
    args: ['--fault', 's3-outage-dns@svc:s3~..20m'],
  },
  {
    number: 5,
    title: 'Fleets of stacks per pull request',
    command: 'simulate',
    naive: 'machines/05-stack-fleets/naive/cdk.out',
    mended: 'machines/05-stack-fleets/mended/cdk.out',
    args: ['--scenario', 'machines/05-stack-fleets/release.load.yaml'],
  },
  {
    number: 6,
    title: 'Sporadic timeouts under memory pressure',
    command: 'inject',
    naive: 'machines/06-memory-pressure/serverless.yml',
    mended: 'machines/06-memory-pressure/serverless.mended.yml',
    args: ['--fault', 'memory-pressure'],
  },
  {
    number: 7,
    title: 'A thousand at once',
    command: 'simulate',
    naive: 'machines/07-concurrency/template.yaml',
    mended: 'machines/07-concurrency/template.mended.yaml',
    args: ['--scenario', 'machines/07-concurrency/evening.load.yaml'],
  },
  {
    number: 8,
    title: 'Time limits: 15 minutes of a function',
    command: 'inject',
    naive: 'machines/08-time-limits/template.yaml',
    mended: 'machines/08-time-limits/template.mended.yaml',
    args: ['--fault', '15-minutes', '--state', 'Reprice'],
  },
  {
    number: 8,
    title: 'Time limits: 29 seconds of API Gateway',
    command: 'inject',
    naive: 'machines/08-time-limits/template.yaml',
    mended: 'machines/08-time-limits/template.mended.yaml',
    args: ['--fault', '29s', '--state', 'ImportPrices'],
  },
  {
    number: 9,
    title: 'A payload passes one link and breaks the next',
    command: 'inject',
    naive: 'machines/09-event-size/report.asl.json',
    mended: 'machines/09-event-size/report.mended.asl.json',
    args: [
      '--fault',
      'oversize@LoadReadings',
      '--fault',
      'message-too-large(256KB)@QueueForBilling',
      '--fault',
      'message-too-long@TellCustomer',
    ],
  },
  {
    number: 10,
    title: 'Retries without idempotence',
    command: 'inject',
    naive: 'machines/10-duplicates/template.yaml',
    mended: 'machines/10-duplicates/template.mended.yaml',
    args: ['--fault', 'late-success', '--state', 'PushChanges'],
  },
  {
    number: 11,
    title: 'Partial failure of batch calls',
    command: 'inject',
    naive: 'machines/11-partial-batch/template.yaml',
    mended: 'machines/11-partial-batch/template.mended.yaml',
    args: ['--fault', 'kinesis-partial@PutClicks#1'],
  },
  {
    number: 12,
    title: 'Broken at the 1,001st',
    command: 'simulate',
    naive: 'machines/12-leaks/naive/main.tf',
    mended: 'machines/12-leaks/mended/main.tf',
    args: ['--scenario', 'machines/12-leaks/month-end.load.yaml'],
  },
  {
    number: 13,
    title: 'Permissions, Regions and packages',
    command: 'inject',
    naive: 'machines/13-permissions/template.yaml',
    mended: 'machines/13-permissions/template.mended.yaml',
    args: [
      '--fault',
      'access-denied',
      '--fault',
      's3-403',
      '--fault',
      'ddb-access-denied',
      '--fault',
      's3-301',
      '--fault',
      'import-error',
    ],
  },
  {
    number: 14,
    title: 'The checkout, and what it takes back',
    command: 'inject',
    naive: 'machines/14-checkout-saga/checkout.asl.json',
    mended: 'machines/14-checkout-saga/checkout.mended.asl.json',
    args: [
      '--fault',
      'timeout@ChargeCard',
      '--fault',
      'never',
      '--fault',
      'callback-failed',
      '--fault',
      'ddb-throttle@ConfirmOrder',
    ],
  },
]

/** A command line of a row, as a person types it. */
export function commandLine({ command, args }: Incident, source: string): string {
  const words = args.map((word) => (/^[\w./:@~-]+$/.test(word) ? word : `'${word}'`))
  return ['npx', 'aslx', command, source, ...words].join(' ')
}
