import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-sts@3.1169.0. */
export const sts: SdkModel = {
  prefix: 'Sts',
  exceptions: `
    ExpiredTokenException:400 ExpiredTradeInTokenException:400 IDPCommunicationErrorException:400
    IDPRejectedClaimException:403 InvalidAuthorizationMessageException:400 InvalidIdentityTokenException:400
    JWTPayloadSizeExceededException:400 MalformedPolicyDocumentException:400
    OutboundWebIdentityFederationDisabledException:403 PackedPolicyTooLargeException:400 RegionDisabledException:403
    SessionDurationEscalationException:403`,
  raisedBy: [
    [
      `ExpiredTokenException IDPCommunicationErrorException IDPRejectedClaimException InvalidIdentityTokenException
      MalformedPolicyDocumentException PackedPolicyTooLargeException RegionDisabledException`,
      `AssumeRoleWithWebIdentity`,
    ],
    [
      `ExpiredTokenException IDPRejectedClaimException InvalidIdentityTokenException MalformedPolicyDocumentException
      PackedPolicyTooLargeException RegionDisabledException`,
      `AssumeRoleWithSAML`,
    ],
    [
      `ExpiredTokenException MalformedPolicyDocumentException PackedPolicyTooLargeException RegionDisabledException`,
      `AssumeRole`,
    ],
    [`ExpiredTokenException RegionDisabledException`, `AssumeRoot`],
    [`ExpiredTradeInTokenException PackedPolicyTooLargeException RegionDisabledException`, `GetDelegatedAccessToken`],
    [`InvalidAuthorizationMessageException`, `DecodeAuthorizationMessage`],
    [
      `JWTPayloadSizeExceededException OutboundWebIdentityFederationDisabledException
      SessionDurationEscalationException`,
      `GetWebIdentityToken`,
    ],
    [`MalformedPolicyDocumentException PackedPolicyTooLargeException RegionDisabledException`, `GetFederationToken`],
    [`RegionDisabledException`, `GetSessionToken`],
  ],
}
