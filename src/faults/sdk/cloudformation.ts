import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-cloudformation@3.1169.0. */
export const cloudformation: SdkModel = {
  prefix: 'CloudFormation',
  exceptions: `
    AlreadyExistsException:400 CFNRegistryException:400 ChangeSetNotFoundException:404
    ConcurrentResourcesLimitExceededException:429 CreatedButModifiedException:409
    GeneratedTemplateNotFoundException:404 HookResultNotFoundException:404 InsufficientCapabilitiesException:400
    InvalidChangeSetStatusException:400 InvalidOperationException:400 InvalidStateTransitionException:400
    LimitExceededException:400 NameAlreadyExistsException:409 OperationIdAlreadyExistsException:409
    OperationInProgressException:409 OperationNotFoundException:404 OperationStatusCheckFailedException:400
    ResourceScanInProgressException:400 ResourceScanLimitExceededException:400 ResourceScanNotFoundException:400
    StackInstanceNotFoundException:404 StackNotFoundException:404 StackRefactorNotFoundException:404
    StackSetNotEmptyException:409 StackSetNotFoundException:404 StaleRequestException:409
    TokenAlreadyExistsException:400 TypeConfigurationNotFoundException:404 TypeNotFoundException:404`,
  raisedBy: [
    [
      `CFNRegistryException TypeNotFoundException`,
      `ActivateType DeactivateType DeregisterType DescribeType PublishType SetTypeConfiguration SetTypeDefaultVersion
      TestType`,
    ],
    [
      `CFNRegistryException`,
      `DescribePublisher DescribeTypeRegistration ListTypeRegistrations ListTypeVersions ListTypes RegisterPublisher
      RegisterType`,
    ],
    [
      `StackSetNotFoundException`,
      `DescribeStackSet GetTemplateSummary ListStackInstances ListStackSetAutoDeploymentTargets
      ListStackSetOperations`,
    ],
    [`TokenAlreadyExistsException`, `CancelUpdateStack ContinueUpdateRollback DeleteStack RollbackStack`],
    [`ChangeSetNotFoundException`, `DescribeChangeSet DescribeChangeSetHooks GetTemplate`],
    [
      `InvalidOperationException OperationNotFoundException`,
      `ActivateOrganizationsAccess DeactivateOrganizationsAccess DescribeOrganizationsAccess`,
    ],
    [`GeneratedTemplateNotFoundException`, `DescribeGeneratedTemplate GetGeneratedTemplate`],
    [`HookResultNotFoundException`, `GetHookResult ListHookResults`],
    [
      `InvalidOperationException OperationIdAlreadyExistsException OperationInProgressException
      StackInstanceNotFoundException StackSetNotFoundException StaleRequestException`,
      `UpdateStackInstances UpdateStackSet`,
    ],
    [`OperationNotFoundException StackSetNotFoundException`, `DescribeStackSetOperation ListStackSetOperationResults`],
    [
      `ResourceScanInProgressException ResourceScanNotFoundException`,
      `ListResourceScanRelatedResources ListResourceScanResources`,
    ],
    [
      `AlreadyExistsException ConcurrentResourcesLimitExceededException LimitExceededException`,
      `CreateGeneratedTemplate`,
    ],
    [`AlreadyExistsException GeneratedTemplateNotFoundException LimitExceededException`, `UpdateGeneratedTemplate`],
    [`AlreadyExistsException InsufficientCapabilitiesException LimitExceededException`, `CreateChangeSet`],
    [
      `AlreadyExistsException InsufficientCapabilitiesException LimitExceededException TokenAlreadyExistsException`,
      `CreateStack`,
    ],
    [`AlreadyExistsException LimitExceededException`, `SetAlias`],
    [`CFNRegistryException TypeConfigurationNotFoundException`, `BatchDescribeTypeConfigurations`],
    [
      `ChangeSetNotFoundException InsufficientCapabilitiesException InvalidChangeSetStatusException
      TokenAlreadyExistsException`,
      `ExecuteChangeSet`,
    ],
    [`ConcurrentResourcesLimitExceededException GeneratedTemplateNotFoundException`, `DeleteGeneratedTemplate`],
    [`CreatedButModifiedException LimitExceededException NameAlreadyExistsException`, `CreateStackSet`],
    [`InsufficientCapabilitiesException TokenAlreadyExistsException`, `UpdateStack`],
    [`InvalidChangeSetStatusException`, `DeleteChangeSet`],
    [
      `InvalidOperationException LimitExceededException OperationIdAlreadyExistsException
      OperationInProgressException StackNotFoundException StackSetNotFoundException StaleRequestException`,
      `ImportStacksToStackSet`,
    ],
    [
      `InvalidOperationException LimitExceededException OperationIdAlreadyExistsException
      OperationInProgressException StackSetNotFoundException StaleRequestException`,
      `CreateStackInstances`,
    ],
    [
      `InvalidOperationException OperationIdAlreadyExistsException OperationInProgressException
      StackSetNotFoundException StaleRequestException`,
      `DeleteStackInstances`,
    ],
    [`InvalidOperationException OperationInProgressException StackSetNotFoundException`, `DetectStackSetDrift`],
    [`InvalidOperationException OperationNotFoundException StackSetNotFoundException`, `StopStackSetOperation`],
    [`InvalidStateTransitionException OperationStatusCheckFailedException`, `RecordHandlerProgress`],
    [`OperationInProgressException StackSetNotEmptyException`, `DeleteStackSet`],
    [
      `OperationNotFoundException StackInstanceNotFoundException StackSetNotFoundException`,
      `ListStackInstanceResourceDrifts`,
    ],
    [`ResourceScanInProgressException ResourceScanLimitExceededException`, `StartResourceScan`],
    [`ResourceScanNotFoundException`, `DescribeResourceScan`],
    [`StackInstanceNotFoundException StackSetNotFoundException`, `DescribeStackInstance`],
    [`StackRefactorNotFoundException`, `DescribeStackRefactor`],
  ],
}
