import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-bedrock-runtime@3.1162.0. */
export const bedrockruntime: SdkModel = {
  prefix: 'BedrockRuntime',
  exceptions: `
    AccessDeniedException:403 ConflictException:400 InternalServerException:500 ModelErrorException:424
    ModelNotReadyException:429 ModelStreamErrorException:424 ModelTimeoutException:408 ResourceNotFoundException:404
    ServiceQuotaExceededException:400 ServiceUnavailableException:503 ThrottlingException:429
    ValidationException:400`,
  raisedBy: [
    [
      `AccessDeniedException InternalServerException ModelErrorException ModelNotReadyException
      ModelStreamErrorException ModelTimeoutException ResourceNotFoundException ServiceQuotaExceededException
      ServiceUnavailableException ThrottlingException ValidationException`,
      `InvokeModelWithBidirectionalStream InvokeModelWithResponseStream`,
    ],
    [
      `AccessDeniedException InternalServerException ModelErrorException ModelNotReadyException ModelTimeoutException
      ResourceNotFoundException ServiceUnavailableException ThrottlingException ValidationException`,
      `Converse ConverseStream`,
    ],
    [
      `AccessDeniedException InternalServerException ThrottlingException ValidationException`,
      `GetAsyncInvoke ListAsyncInvokes`,
    ],
    [
      `AccessDeniedException ConflictException InternalServerException ResourceNotFoundException
      ServiceQuotaExceededException ServiceUnavailableException ThrottlingException ValidationException`,
      `StartAsyncInvoke`,
    ],
    [
      `AccessDeniedException InternalServerException ModelErrorException ModelNotReadyException ModelTimeoutException
      ResourceNotFoundException ServiceQuotaExceededException ServiceUnavailableException ThrottlingException
      ValidationException`,
      `InvokeModel`,
    ],
    [
      `AccessDeniedException InternalServerException ResourceNotFoundException ServiceQuotaExceededException
      ServiceUnavailableException ThrottlingException ValidationException`,
      `ApplyGuardrail`,
    ],
    [
      `AccessDeniedException InternalServerException ResourceNotFoundException ServiceUnavailableException
      ThrottlingException ValidationException`,
      `CountTokens`,
    ],
    [
      `AccessDeniedException InternalServerException ServiceUnavailableException ThrottlingException
      ValidationException`,
      `InvokeGuardrailChecks`,
    ],
  ],
}
