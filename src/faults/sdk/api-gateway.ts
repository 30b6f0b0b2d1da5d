import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-api-gateway@3.1142.0. */
export const apigateway: SdkModel = {
  prefix: 'ApiGateway',
  exceptions: `
    BadRequestException:400 ConflictException:409 LimitExceededException:429 NotFoundException:404
    ServiceUnavailableException:503 TooManyRequestsException:429 UnauthorizedException:401`,
  raisedBy: [
    [
      `BadRequestException ConflictException LimitExceededException NotFoundException TooManyRequestsException
      UnauthorizedException`,
      `CreateApiKey CreateAuthorizer CreateBasePathMapping CreateDocumentationPart CreateDocumentationVersion
      CreateModel CreateRequestValidator CreateResource CreateStage CreateUsagePlan CreateUsagePlanKey
      DeleteDeployment DeleteStage FlushStageAuthorizersCache FlushStageCache GetExport GetSdk GetStage GetStages
      ImportApiKeys ImportDocumentationParts ImportRestApi PutGatewayResponse PutIntegration PutIntegrationResponse
      PutMethod PutMethodResponse PutRestApi TagResource UntagResource UpdateAccount UpdateApiKey UpdateAuthorizer
      UpdateBasePathMapping UpdateClientCertificate UpdateDocumentationPart UpdateDocumentationVersion
      UpdateDomainName UpdateGatewayResponse UpdateIntegration UpdateIntegrationResponse UpdateMethodResponse
      UpdateModel UpdateRequestValidator UpdateRestApi UpdateStage UpdateUsage UpdateUsagePlan UpdateVpcLink`,
    ],
    [
      `BadRequestException NotFoundException TooManyRequestsException UnauthorizedException`,
      `GetAccount GetApiKey GetApiKeys GetAuthorizer GetAuthorizers GetBasePathMapping GetBasePathMappings
      GetClientCertificate GetClientCertificates GetDocumentationPart GetDocumentationParts GetDocumentationVersions
      GetDomainName GetDomainNameAccessAssociations GetDomainNames GetGatewayResponse GetGatewayResponses
      GetIntegration GetIntegrationResponse GetModel GetModelTemplate GetModels GetRequestValidator
      GetRequestValidators GetResources GetRestApi GetRestApis GetSdkType GetSdkTypes GetTags GetUsage GetUsagePlan
      GetUsagePlanKey GetUsagePlanKeys GetUsagePlans GetVpcLink GetVpcLinks TestInvokeAuthorizer TestInvokeMethod`,
    ],
    [
      `BadRequestException ConflictException NotFoundException TooManyRequestsException UnauthorizedException`,
      `DeleteApiKey DeleteAuthorizer DeleteBasePathMapping DeleteClientCertificate DeleteDocumentationPart
      DeleteDocumentationVersion DeleteDomainName DeleteDomainNameAccessAssociation DeleteGatewayResponse
      DeleteIntegration DeleteIntegrationResponse DeleteMethodResponse DeleteModel DeleteRequestValidator
      DeleteResource DeleteRestApi DeleteUsagePlan DeleteUsagePlanKey DeleteVpcLink
      RejectDomainNameAccessAssociation UpdateMethod UpdateResource`,
    ],
    [
      `BadRequestException ConflictException LimitExceededException TooManyRequestsException UnauthorizedException`,
      `CreateDomainName CreateDomainNameAccessAssociation CreateRestApi CreateVpcLink GenerateClientCertificate`,
    ],
    [
      `NotFoundException TooManyRequestsException UnauthorizedException`,
      `GetDocumentationVersion GetMethod GetMethodResponse GetResource`,
    ],
    [
      `BadRequestException ConflictException LimitExceededException NotFoundException ServiceUnavailableException
      TooManyRequestsException UnauthorizedException`,
      `CreateDeployment UpdateDeployment`,
    ],
    [
      `BadRequestException NotFoundException ServiceUnavailableException TooManyRequestsException
      UnauthorizedException`,
      `GetDeployment GetDeployments`,
    ],
    [`ConflictException NotFoundException TooManyRequestsException UnauthorizedException`, `DeleteMethod`],
  ],
}
