/**
 * A name as AWS SDK for Java v2 makes it, which is what `aws-sdk:` integrations report: every word begins with a capital,
 * and a run of capitals is one word (`KMSAccessDenied` is `KmsAccessDenied`). The rules of its code generator, in their order:
 * https://github.com/aws/aws-sdk-java-v2/blob/master/utils/src/main/java/software/amazon/awssdk/utils/internal/CodegenNamingUtils.java
 */
function javaName(name: string): string {
  return words(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('')
}

function words(name: string): readonly string[] {
  return name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v(\d+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V(\d+)/g, '$1 V$2 ')
    .replace(/(?<=[a-z])(?=[A-Z][a-zA-Z\d])/g, ' ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/(\d)([a-zA-Z])/g, '$1 $2')
    .trim()
    .split(/ +/)
}

/** The class of an exception, e.g. `NoSuchKeyException` for `NoSuchKey` (recorded): the suffix is always `Exception`. */
export function javaExceptionName(exception: string): string {
  return `${javaName(exception.replace(/(?:Exception|Fault)$/, ''))}Exception`
}

/**
 * What the class names of a service begin with, e.g. `DynamoDb` for the id `DynamoDB`. Step Functions' error names begin
 * with it, and the service's name in a resource is the same in small letters.
 * @internal for `npm run models`, which writes them into the data
 */
export function javaServiceName(serviceId: string): string {
  return javaName(serviceId)
    .replace(/^Amazon/, '')
    .replace(/^Aws/, '')
    .replace(/Service$/, '')
}
