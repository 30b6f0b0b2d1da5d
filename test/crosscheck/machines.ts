/** A machine on its plain day that is held against moto. */
export interface Checked {
  readonly machine: string
  readonly args?: readonly string[]
  /** Why it is not held against moto. */
  readonly skipped?: string
}

const both = (folder: string, naive: string, mended: string): readonly Checked[] =>
  [naive, mended].map((file) => ({ machine: `machines/${folder}/${file}` }))

/** Each has to agree, unless `known-differences.ts` has it. */
export const MACHINES: readonly Checked[] = [
  // Of a mocked failure moto says neither the service nor the action.
  { machine: 'test/crosscheck/retried.asl.json', args: ['--ignore', 'resource', '--ignore', 'resourceType'] },
  ...both('01-pdf-pipeline', 'template.yaml', 'template.mended.yaml'),
  ...both('02-hot-prefix', 'template.yaml', 'template.mended.yaml'),
  ...both('03-s3-endpoint', 'naive/main.tf', 'mended/main.tf'),
  ...both('05-stack-fleets', 'naive/cdk.out', 'mended/cdk.out'),
  ...both('06-memory-pressure', 'serverless.yml', 'serverless.mended.yml'),
  ...both('07-concurrency', 'template.yaml', 'template.mended.yaml'),
  { machine: 'machines/08-time-limits/template.yaml' },
  {
    machine: 'machines/08-time-limits/template.mended.yaml',
    skipped: 'mocks cannot answer the children of a distributed Map',
  },
  ...both('09-event-size', 'report.asl.json', 'report.mended.asl.json'),
  ...both('10-duplicates', 'template.yaml', 'template.mended.yaml'),
  ...both('11-partial-batch', 'template.yaml', 'template.mended.yaml'),
  ...both('12-leaks', 'naive/main.tf', 'mended/main.tf'),
  ...both('13-permissions', 'template.yaml', 'template.mended.yaml'),
  ...both('14-checkout-saga', 'checkout.asl.json', 'checkout.mended.asl.json'),
]
