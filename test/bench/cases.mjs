import * as check from './cases/check.mjs'
import * as counterLoop from './cases/counter-loop.mjs'
import * as firstCheck from './cases/first-check.mjs'
import * as importTime from './cases/import-time.mjs'
import * as map from './cases/map.mjs'
import * as retryStorm from './cases/retry-storm.mjs'

/**
 * What is measured. A case has a `title`, a `unit`, which way is `better`, its `sides` (each gives one number, and runs in
 * a process of its own), and by side the `target` that aslx has set itself.
 */
export const CASES = {
  'counter-loop': counterLoop,
  map,
  'retry-storm': retryStorm,
  check,
  'first-check': firstCheck,
  'import-time': importTime,
}
