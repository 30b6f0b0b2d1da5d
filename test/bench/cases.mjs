import * as check from './cases/check.mjs'
import * as corpus from './cases/corpus.mjs'
import * as counterLoop from './cases/counter-loop.mjs'
import * as distributedMap from './cases/distributed-map.mjs'
import * as distributedMapMemory from './cases/distributed-map-memory.mjs'
import * as exploreChain from './cases/explore-chain.mjs'
import * as explorePairs from './cases/explore-pairs.mjs'
import * as firstCheck from './cases/first-check.mjs'
import * as injectAll from './cases/inject-all.mjs'
import * as injectChain from './cases/inject-chain.mjs'
import * as largeTemplate from './cases/large-template.mjs'
import * as map from './cases/map.mjs'
import * as retryStorm from './cases/retry-storm.mjs'
import * as startUp from './cases/start-up.mjs'
import * as suites from './cases/suites.mjs'
import * as simulate from './cases/simulate.mjs'
import * as simulateMemory from './cases/simulate-memory.mjs'
import * as validate from './cases/validate.mjs'
import * as warmLeak from './cases/warm-leak.mjs'

/**
 * What is measured. A case has a `title`, a `unit`, which way is `better`, its `sides` (each gives one number, and runs in
 * a process of its own), and by side the `target` that aslx has set itself. A case with a `tolerance` fails the bench where a
 * median is farther from its target than that.
 */
export const CASES = {
  'counter-loop': counterLoop,
  map,
  'retry-storm': retryStorm,
  'distributed-map': distributedMap,
  'distributed-map-memory': distributedMapMemory,
  simulate,
  'simulate-memory': simulateMemory,
  'warm-leak': warmLeak,
  check,
  validate,
  suites,
  'first-check': firstCheck,
  'start-up': startUp,
  'inject-all': injectAll,
  'inject-chain': injectChain,
  'explore-chain': exploreChain,
  'explore-pairs': explorePairs,
  'large-template': largeTemplate,
  ...(corpus.isThere ? { corpus } : {}),
}
