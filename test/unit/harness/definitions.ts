/** A callback through a queue: the message holds the token. */
export const callbackState = {
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Parameters: {
    QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/approvals',
    MessageBody: { 'token.$': '$$.Task.Token' },
  },
}

export function taskState(name: string) {
  return { Type: 'Task', Resource: `arn:aws:lambda:us-east-1:123456789012:function:${name}` }
}
