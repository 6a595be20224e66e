/** What runs in the process of DynamoDB Local. */
package io.lava4j.sandbox.dynamodb;
