import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-ses@3.1169.0. */
export const ses: SdkModel = {
  prefix: 'Ses',
  exceptions: `
    AccountSendingPausedException AlreadyExistsException CannotDeleteException
    ConfigurationSetAlreadyExistsException ConfigurationSetDoesNotExistException
    ConfigurationSetSendingPausedException CustomVerificationEmailInvalidContentException
    CustomVerificationEmailTemplateAlreadyExistsException CustomVerificationEmailTemplateDoesNotExistException
    EventDestinationAlreadyExistsException EventDestinationDoesNotExistException
    FromEmailAddressNotVerifiedException InvalidCloudWatchDestinationException InvalidConfigurationSetException
    InvalidDeliveryOptionsException InvalidFirehoseDestinationException InvalidLambdaFunctionException
    InvalidPolicyException InvalidRenderingParameterException InvalidS3ConfigurationException
    InvalidSNSDestinationException InvalidSnsTopicException InvalidTemplateException InvalidTrackingOptionsException
    LimitExceededException MailFromDomainNotVerifiedException MessageRejected MissingRenderingAttributeException
    ProductionAccessNotGrantedException RuleDoesNotExistException RuleSetDoesNotExistException
    TemplateDoesNotExistException TrackingOptionsAlreadyExistsException TrackingOptionsDoesNotExistException`,
  raisedBy: [
    [
      `ConfigurationSetDoesNotExistException`,
      `DeleteConfigurationSet DescribeConfigurationSet UpdateConfigurationSetReputationMetricsEnabled
      UpdateConfigurationSetSendingEnabled`,
    ],
    [
      `RuleDoesNotExistException RuleSetDoesNotExistException`,
      `DescribeReceiptRule ReorderReceiptRuleSet SetReceiptRulePosition`,
    ],
    [`RuleSetDoesNotExistException`, `DeleteReceiptRule DescribeReceiptRuleSet SetActiveReceiptRuleSet`],
    [
      `AccountSendingPausedException ConfigurationSetDoesNotExistException ConfigurationSetSendingPausedException
      MailFromDomainNotVerifiedException MessageRejected`,
      `SendEmail SendRawEmail`,
    ],
    [
      `AccountSendingPausedException ConfigurationSetDoesNotExistException ConfigurationSetSendingPausedException
      MailFromDomainNotVerifiedException MessageRejected TemplateDoesNotExistException`,
      `SendBulkTemplatedEmail SendTemplatedEmail`,
    ],
    [`AlreadyExistsException LimitExceededException`, `CreateReceiptFilter CreateReceiptRuleSet`],
    [
      `AlreadyExistsException InvalidLambdaFunctionException InvalidS3ConfigurationException InvalidSnsTopicException
      LimitExceededException RuleDoesNotExistException RuleSetDoesNotExistException`,
      `CreateReceiptRule`,
    ],
    [`AlreadyExistsException InvalidTemplateException LimitExceededException`, `CreateTemplate`],
    [`AlreadyExistsException LimitExceededException RuleSetDoesNotExistException`, `CloneReceiptRuleSet`],
    [`CannotDeleteException`, `DeleteReceiptRuleSet`],
    [
      `ConfigurationSetAlreadyExistsException InvalidConfigurationSetException LimitExceededException`,
      `CreateConfigurationSet`,
    ],
    [
      `ConfigurationSetDoesNotExistException CustomVerificationEmailTemplateDoesNotExistException
      FromEmailAddressNotVerifiedException MessageRejected ProductionAccessNotGrantedException`,
      `SendCustomVerificationEmail`,
    ],
    [
      `ConfigurationSetDoesNotExistException EventDestinationAlreadyExistsException
      InvalidCloudWatchDestinationException InvalidFirehoseDestinationException InvalidSNSDestinationException
      LimitExceededException`,
      `CreateConfigurationSetEventDestination`,
    ],
    [
      `ConfigurationSetDoesNotExistException EventDestinationDoesNotExistException`,
      `DeleteConfigurationSetEventDestination`,
    ],
    [
      `ConfigurationSetDoesNotExistException EventDestinationDoesNotExistException
      InvalidCloudWatchDestinationException InvalidFirehoseDestinationException InvalidSNSDestinationException`,
      `UpdateConfigurationSetEventDestination`,
    ],
    [`ConfigurationSetDoesNotExistException InvalidDeliveryOptionsException`, `PutConfigurationSetDeliveryOptions`],
    [
      `ConfigurationSetDoesNotExistException InvalidTrackingOptionsException TrackingOptionsAlreadyExistsException`,
      `CreateConfigurationSetTrackingOptions`,
    ],
    [
      `ConfigurationSetDoesNotExistException InvalidTrackingOptionsException TrackingOptionsDoesNotExistException`,
      `UpdateConfigurationSetTrackingOptions`,
    ],
    [
      `ConfigurationSetDoesNotExistException TrackingOptionsDoesNotExistException`,
      `DeleteConfigurationSetTrackingOptions`,
    ],
    [
      `CustomVerificationEmailInvalidContentException CustomVerificationEmailTemplateAlreadyExistsException
      FromEmailAddressNotVerifiedException LimitExceededException`,
      `CreateCustomVerificationEmailTemplate`,
    ],
    [
      `CustomVerificationEmailInvalidContentException CustomVerificationEmailTemplateDoesNotExistException
      FromEmailAddressNotVerifiedException`,
      `UpdateCustomVerificationEmailTemplate`,
    ],
    [`CustomVerificationEmailTemplateDoesNotExistException`, `GetCustomVerificationEmailTemplate`],
    [
      `InvalidLambdaFunctionException InvalidS3ConfigurationException InvalidSnsTopicException LimitExceededException
      RuleDoesNotExistException RuleSetDoesNotExistException`,
      `UpdateReceiptRule`,
    ],
    [`InvalidPolicyException`, `PutIdentityPolicy`],
    [
      `InvalidRenderingParameterException MissingRenderingAttributeException TemplateDoesNotExistException`,
      `TestRenderTemplate`,
    ],
    [`InvalidTemplateException TemplateDoesNotExistException`, `UpdateTemplate`],
    [`MessageRejected`, `SendBounce`],
    [`TemplateDoesNotExistException`, `GetTemplate`],
  ],
}
