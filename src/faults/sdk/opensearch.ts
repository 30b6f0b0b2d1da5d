import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-opensearch@3.1138.0. */
export const opensearch: SdkModel = {
  prefix: 'OpenSearch',
  exceptions: `
    AccessDeniedException BaseException ConflictException DependencyFailureException DisabledOperationException
    InternalException InvalidPaginationTokenException InvalidTypeException LimitExceededException
    ResourceAlreadyExistsException ResourceNotFoundException ServiceQuotaExceededException SlotNotAvailableException
    ThrottlingException ValidationException`,
  raisedBy: [
    [
      `BaseException DisabledOperationException InternalException ResourceNotFoundException ValidationException`,
      `CancelDomainConfigChange DeleteDirectQueryDataSource DescribeDomainHealth DescribeDryRunProgress
      GetCompatibleVersions GetDirectQueryDataSource GetDomainMaintenanceStatus GetUpgradeHistory GetUpgradeStatus
      ListDirectQueryDataSources ListDomainMaintenances RevokeVpcEndpointAccess RollbackServiceSoftwareUpdate
      StartDomainMaintenance UpdatePackageScope`,
    ],
    [
      `BaseException InternalException ResourceNotFoundException ValidationException`,
      `CancelServiceSoftwareUpdate DeleteDomain DescribeDomain DescribeDomainAutoTunes DescribeDomainChangeProgress
      DescribeDomainConfig ListInstanceTypeDetails ListTags ListVersions StartServiceSoftwareUpdate`,
    ],
    [
      `BaseException DisabledOperationException InternalException LimitExceededException ResourceNotFoundException
      ValidationException`,
      `AddDirectQueryDataSource AuthorizeVpcEndpointAccess DescribeInsightDetails InsightFeedback ListInsights
      UpdateDirectQueryDataSource`,
    ],
    [
      `BaseException DependencyFailureException DisabledOperationException InternalException
      ResourceNotFoundException ValidationException`,
      `DeleteDataSource DescribeDomainNodes GetDataSource ListDataSources UpdateDataSource`,
    ],
    [
      `AccessDeniedException BaseException InternalException ResourceNotFoundException ValidationException`,
      `DescribePackages GetPackageVersionHistory ListDomainsForPackage ListPackagesForDomain`,
    ],
    [
      `AccessDeniedException ConflictException DisabledOperationException InternalException ResourceNotFoundException
      ValidationException`,
      `AttachDataSource DeregisterCapability DetachDataSource StartMigration`,
    ],
    [
      `AccessDeniedException DisabledOperationException InternalException ResourceNotFoundException
      ValidationException`,
      `DescribeDataSourceAttachment GetCapability GetMigration ListDataSourceAttachments`,
    ],
    [
      `AccessDeniedException BaseException ConflictException InternalException ResourceNotFoundException
      ValidationException`,
      `AssociatePackage DeletePackage DissociatePackage`,
    ],
    [
      `AccessDeniedException DependencyFailureException DisabledOperationException InternalException
      ResourceNotFoundException ThrottlingException ValidationException`,
      `DeleteIndex GetIndex UpdateIndex`,
    ],
    [
      `BaseException ConflictException DisabledOperationException InternalException ResourceNotFoundException
      ValidationException`,
      `AssociatePackages DissociatePackages UpdateVpcEndpoint`,
    ],
    [
      `BaseException DisabledOperationException InternalException ResourceNotFoundException`,
      `DeleteVpcEndpoint ListVpcEndpointAccess ListVpcEndpointsForDomain`,
    ],
    [
      `DisabledOperationException ResourceNotFoundException`,
      `DeleteInboundConnection DeleteOutboundConnection RejectInboundConnection`,
    ],
    [
      `AccessDeniedException BaseException ConflictException DisabledOperationException InternalException
      ResourceNotFoundException ValidationException`,
      `DeleteApplication UpdateApplication`,
    ],
    [
      `AccessDeniedException BaseException DisabledOperationException InternalException ResourceNotFoundException
      ValidationException`,
      `GetApplication ListApplications`,
    ],
    [
      `AccessDeniedException InternalException ResourceNotFoundException ValidationException`,
      `GetDefaultApplicationSetting PutDefaultApplicationSetting`,
    ],
    [
      `BaseException InternalException InvalidTypeException LimitExceededException ResourceNotFoundException
      ValidationException`,
      `DescribeInstanceTypeLimits UpdateDomainConfig`,
    ],
    [`BaseException InternalException ValidationException`, `DescribeDomains RemoveTags`],
    [
      `DisabledOperationException InternalException ResourceNotFoundException ValidationException`,
      `DescribeReservedInstanceOfferings DescribeReservedInstances`,
    ],
    [
      `DisabledOperationException InvalidPaginationTokenException`,
      `DescribeInboundConnections DescribeOutboundConnections`,
    ],
    [
      `AccessDeniedException BaseException ConflictException DisabledOperationException InternalException
      ValidationException`,
      `CreateApplication`,
    ],
    [
      `AccessDeniedException BaseException InternalException InvalidTypeException LimitExceededException
      ResourceAlreadyExistsException ValidationException`,
      `CreatePackage`,
    ],
    [
      `AccessDeniedException BaseException InternalException LimitExceededException ResourceNotFoundException
      ValidationException`,
      `UpdatePackage`,
    ],
    [
      `AccessDeniedException ConflictException DisabledOperationException InternalException ResourceNotFoundException
      ServiceQuotaExceededException ValidationException`,
      `RegisterCapability`,
    ],
    [
      `AccessDeniedException DependencyFailureException DisabledOperationException InternalException
      ResourceAlreadyExistsException ResourceNotFoundException ThrottlingException ValidationException`,
      `CreateIndex`,
    ],
    [`AccessDeniedException DisabledOperationException InternalException ValidationException`, `ListMigrations`],
    [
      `BaseException ConflictException DisabledOperationException InternalException LimitExceededException
      ValidationException`,
      `CreateVpcEndpoint`,
    ],
    [
      `BaseException ConflictException InternalException LimitExceededException ResourceNotFoundException
      SlotNotAvailableException ValidationException`,
      `UpdateScheduledAction`,
    ],
    [
      `BaseException DependencyFailureException DisabledOperationException InternalException LimitExceededException
      ResourceNotFoundException ValidationException`,
      `AddDataSource`,
    ],
    [`BaseException DisabledOperationException InternalException`, `ListVpcEndpoints`],
    [
      `BaseException DisabledOperationException InternalException InvalidTypeException LimitExceededException
      ResourceAlreadyExistsException ValidationException`,
      `CreateDomain`,
    ],
    [
      `BaseException DisabledOperationException InternalException ResourceAlreadyExistsException
      ResourceNotFoundException ValidationException`,
      `UpgradeDomain`,
    ],
    [`BaseException DisabledOperationException InternalException ValidationException`, `DescribeVpcEndpoints`],
    [
      `BaseException InternalException InvalidPaginationTokenException ResourceNotFoundException ValidationException`,
      `ListScheduledActions`,
    ],
    [`BaseException InternalException LimitExceededException ValidationException`, `AddTags`],
    [`BaseException ValidationException`, `ListDomainNames`],
    [
      `DisabledOperationException InternalException LimitExceededException ResourceAlreadyExistsException`,
      `CreateOutboundConnection`,
    ],
    [
      `DisabledOperationException InternalException LimitExceededException ResourceAlreadyExistsException
      ResourceNotFoundException ValidationException`,
      `PurchaseReservedInstanceOffering`,
    ],
    [`DisabledOperationException LimitExceededException ResourceNotFoundException`, `AcceptInboundConnection`],
  ],
}
