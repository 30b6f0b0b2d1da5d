import {
  type Behaviour,
  ERRORS_GUIDE,
  SILENT,
  SPECIFICATION,
  assumption,
  documented,
  measured,
  recorded,
} from './behaviour.js'

export const CHOICE: readonly Behaviour[] = [
  {
    id: 'no-choice-matched',
    topic: 'choice',
    errors: ['States.NoChoiceMatched', 'States.Runtime'],
    recorded:
      'A Choice without a matching rule and without Default fails the execution with States.Runtime: the Parallel or Map around it cannot take the failure.',
    documented: 'It raises States.NoChoiceMatched, which the Parallel or Map around it can take.',
    evidence: [measured('name and text'), documented(ERRORS_GUIDE), documented(`${SPECIFICATION}/#choice-state`)],
    status: 'differs',
    profile: 'no-choice-name',
  },
  {
    id: 'choice-missing-variable-text',
    topic: 'choice',
    errors: ['States.Runtime'],
    recorded: 'Not recorded: the text for a Variable that leads nowhere. aslx gives the one that people report.',
    documented: 'The path has to lead to one value, and a missing one fails the state.',
    evidence: [documented(`${SPECIFICATION}/#choice-state`), assumption('the wording, from reports')],
    status: 'unknown',
  },
  {
    id: 'choice-index-past-the-end',
    topic: 'choice',
    errors: ['States.Runtime'],
    recorded:
      'Not recorded. An index past the end of an array leads nowhere for every operator, and IsPresent takes a path that cannot be applied, such as an index of a number, for absent.',
    documented: SILENT,
    evidence: [
      recorded('choice_operators has every operator with every type, and no such path'),
      assumption('a value that is not there is absent'),
    ],
    status: 'assumption',
  },
  {
    id: 'string-order',
    topic: 'choice',
    errors: [],
    recorded: 'Not recorded for characters beyond U+FFFF. Strings are compared by UTF-16 code units.',
    documented: SILENT,
    evidence: [assumption('Java compares them so')],
    status: 'assumption',
  },
  {
    id: 'string-matches-backslash',
    topic: 'choice',
    errors: [],
    recorded:
      'Not recorded. In a StringMatches pattern a backslash before anything but a star or a backslash is a character.',
    documented: 'A backslash escapes a star and a backslash.',
    evidence: [documented(`${SPECIFICATION}/#data-test`), assumption('anything else needs no escape')],
    status: 'assumption',
  },
]
