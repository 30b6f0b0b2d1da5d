import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-eventbridge@3.1169.0. */
export const eventbridge: SdkModel = {
  prefix: 'EventBridge',
  exceptions: `
    AccessDeniedException ConcurrentModificationException IllegalStatusException InternalException
    InvalidEventPatternException InvalidStateException LimitExceededException ManagedRuleException
    OperationDisabledException PolicyLengthExceededException ResourceAlreadyExistsException
    ResourceNotFoundException ThrottlingException`,
  raisedBy: [
    [
      `InternalException ResourceNotFoundException`,
      `DescribeApiDestination DescribeConnection DescribeEndpoint DescribeEventBus DescribeReplay DescribeRule
      ListArchives ListRuleNamesByTarget ListRules ListTagsForResource ListTargetsByRule`,
    ],
    [
      `ConcurrentModificationException InternalException ManagedRuleException ResourceNotFoundException`,
      `DeleteRule DisableRule EnableRule RemoveTargets TagResource UntagResource`,
    ],
    [
      `ConcurrentModificationException InternalException ResourceNotFoundException`,
      `DeauthorizeConnection DeleteApiDestination DeleteArchive DeleteConnection DeleteEndpoint UpdateEndpoint`,
    ],
    [`InternalException`, `ListApiDestinations ListConnections ListEndpoints ListEventBuses ListReplays PutEvents`],
    [`InternalException OperationDisabledException`, `ListEventSources ListPartnerEventSources PutPartnerEvents`],
    [
      `InternalException OperationDisabledException ResourceNotFoundException`,
      `DescribeEventSource DescribePartnerEventSource ListPartnerEventSourceAccounts`,
    ],
    [
      `ConcurrentModificationException InternalException InvalidStateException OperationDisabledException
      ResourceNotFoundException`,
      `ActivateEventSource DeactivateEventSource`,
    ],
    [
      `ConcurrentModificationException InternalException OperationDisabledException ResourceNotFoundException`,
      `RemovePermission UpdateEventBus`,
    ],
    [
      `AccessDeniedException ConcurrentModificationException InternalException LimitExceededException
      ResourceNotFoundException ThrottlingException`,
      `UpdateConnection`,
    ],
    [
      `AccessDeniedException InternalException LimitExceededException ResourceAlreadyExistsException
      ResourceNotFoundException ThrottlingException`,
      `CreateConnection`,
    ],
    [
      `ConcurrentModificationException IllegalStatusException InternalException ResourceNotFoundException`,
      `CancelReplay`,
    ],
    [`ConcurrentModificationException InternalException`, `DeleteEventBus`],
    [
      `ConcurrentModificationException InternalException InvalidEventPatternException LimitExceededException
      ManagedRuleException ResourceNotFoundException`,
      `PutRule`,
    ],
    [
      `ConcurrentModificationException InternalException InvalidEventPatternException LimitExceededException
      ResourceAlreadyExistsException ResourceNotFoundException`,
      `CreateArchive`,
    ],
    [
      `ConcurrentModificationException InternalException InvalidEventPatternException LimitExceededException
      ResourceNotFoundException`,
      `UpdateArchive`,
    ],
    [
      `ConcurrentModificationException InternalException InvalidStateException LimitExceededException
      OperationDisabledException ResourceAlreadyExistsException ResourceNotFoundException`,
      `CreateEventBus`,
    ],
    [
      `ConcurrentModificationException InternalException LimitExceededException ManagedRuleException
      ResourceNotFoundException`,
      `PutTargets`,
    ],
    [
      `ConcurrentModificationException InternalException LimitExceededException OperationDisabledException
      ResourceAlreadyExistsException`,
      `CreatePartnerEventSource`,
    ],
    [
      `ConcurrentModificationException InternalException LimitExceededException ResourceNotFoundException`,
      `UpdateApiDestination`,
    ],
    [`ConcurrentModificationException InternalException OperationDisabledException`, `DeletePartnerEventSource`],
    [
      `ConcurrentModificationException InternalException OperationDisabledException PolicyLengthExceededException
      ResourceNotFoundException`,
      `PutPermission`,
    ],
    [`InternalException InvalidEventPatternException`, `TestEventPattern`],
    [
      `InternalException InvalidEventPatternException LimitExceededException ResourceAlreadyExistsException
      ResourceNotFoundException`,
      `StartReplay`,
    ],
    [`InternalException LimitExceededException ResourceAlreadyExistsException`, `CreateEndpoint`],
    [
      `InternalException LimitExceededException ResourceAlreadyExistsException ResourceNotFoundException`,
      `CreateApiDestination`,
    ],
    [`InternalException ResourceAlreadyExistsException ResourceNotFoundException`, `DescribeArchive`],
  ],
}
