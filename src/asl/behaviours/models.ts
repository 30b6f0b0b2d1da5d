import { type Behaviour, SILENT, assumption, documented } from './behaviour.js'

const RUNTIME = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html'
const SCALING = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html'
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html'

/** What the models of a scenario take for AWS's ways where AWS does not say. Every figure is an option. */
export const MODEL_BEHAVIOURS: readonly Behaviour[] = [
  {
    id: 'warm-instances',
    topic: 'services',
    errors: [],
    recorded:
      'Not recorded. A pool gives an invocation to the instance that was last busy, keeps an idle one for 10 minutes and any one for 2 hours, begins with 60 MB, and takes 400 ms for a cold start.',
    documented:
      'Instances are reused, recycled every few hours, and given up when nothing asks for them; how long that takes is not said.',
    evidence: [documented(RUNTIME), assumption('what people measure; every figure is an option')],
    status: 'assumption',
  },
  {
    id: 'instance-after-an-error',
    topic: 'services',
    errors: [],
    recorded:
      'Not recorded. An instance whose invocation ended in an error of the code (no space, no descriptor) is replaced; failedInstance: kept keeps it.',
    documented: 'The environment is reset when the process ends or times out, and /tmp is not cleared then.',
    evidence: [
      documented(RUNTIME),
      assumption(
        'the incident that the pool imitates: running the execution again went well, for another instance took it',
      ),
    ],
    status: 'assumption',
  },
  {
    id: 'memory-pressure',
    topic: 'services',
    errors: [],
    recorded:
      'Not recorded. From 95% of the memory on an invocation takes longer and longer, and at all of it half of them hang until the timeout.',
    documented: SILENT,
    evidence: [assumption('an incident: 127 of 128 MB used, some invocations took 200 ms and others 300 s')],
    status: 'assumption',
  },
  {
    id: 'environments-of-an-idle-function',
    topic: 'services',
    errors: [],
    recorded: 'Not recorded. A function that nothing called for 10 minutes needs new environments for all that comes.',
    documented: 'A function gets 1,000 environments every 10 seconds; when it loses them again is not said.',
    evidence: [documented(SCALING), assumption('as for warm-instances')],
    status: 'assumption',
  },
  {
    id: 's3-prefixes',
    topic: 'services',
    errors: [],
    recorded:
      'Not recorded. A prefix is the first part of a key, is split in two after 30 minutes of overload, and serves all in proportion while others alone ask for too much.',
    documented:
      'At least 3,500 writes and 5,500 reads a second for each prefix, and gradual scaling with 503 answers until then.',
    evidence: [documented(S3), assumption('depth, time and share: AWS support speaks of 30 to 60 minutes')],
    status: 'assumption',
  },
  {
    id: 'brown-out-figures',
    topic: 'services',
    errors: [],
    recorded: 'Not recorded. While a service is bad, 30% of all calls fail and the others take five times as long.',
    documented: SILENT,
    evidence: [assumption('such times have no usual measure; every figure is an option')],
    status: 'assumption',
  },
]
