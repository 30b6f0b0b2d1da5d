terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.80" }
  }
}

locals {
  prefix = "letters"
}

resource "aws_sfn_state_machine" "letters" {
  name     = local.prefix
  role_arn = aws_iam_role.letters.arn

  definition = templatefile("${path.module}/letters.asl.json", {
    customers_table = aws_dynamodb_table.customers.name
    render_function = aws_lambda_function.render.arn
    letters_bucket  = aws_s3_bucket.letters.id
    mail_queue      = aws_sqs_queue.mail.url
    print_queue     = aws_sqs_queue.print.url
    aside_queue     = aws_sqs_queue.aside.url
  })
}

resource "aws_lambda_function" "render" {
  function_name = "${local.prefix}-render"
  filename      = "${path.module}/render.zip"
  handler       = "render.handler"
  runtime       = "python3.13"
  memory_size   = 512
  timeout       = 60
  role          = aws_iam_role.letters.arn
}

resource "aws_dynamodb_table" "customers" {
  name         = "${local.prefix}-customers"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "${local.prefix}-archive"
}

resource "aws_sqs_queue" "mail" {
  name = "${local.prefix}-mail"
}

resource "aws_sqs_queue" "print" {
  name = "${local.prefix}-print"
}

resource "aws_sqs_queue" "aside" {
  name = "${local.prefix}-aside"
}

resource "aws_iam_role" "letters" {
  name               = local.prefix
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com", "lambda.amazonaws.com"]
    }
  }
}
