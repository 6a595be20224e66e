/**
 * A stand-in for Aurora MySQL: a relay on the MySQL protocol that stands before a real MySQL 8.0 and adds what AWS adds.
 *
 * <h2>What it is faithful to: logins</h2>
 *
 * <ul>
 *   <li>A user made with {@code AWSAuthenticationPlugin} is asked for {@code mysql_clear_password}, and comes in over TLS
 *       only: <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html">Creating
 *       a database account using IAM authentication</a>; its name is compared in its case.
 *   <li>The token is a presigned request of signature version 4 for the service {@code rds-db}, action {@code connect},
 *       and good for 15 minutes at most: <a
 *       href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html">IAM database
 *       authentication</a>. The signature is computed again as <a
 *       href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 *       AWS API request</a> says, and is independent of the AWS SDK; day, region and service of the credential are checked
 *       and a date in the future is refused as <a
 *       href="https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html">Troubleshoot signed
 *       requests for AWS APIs</a> says. How far a clock may be ahead is not on that page: five minutes here.
 *   <li>The token must be signed for the endpoint itself, and for no other name that leads there: <a
 *       href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.Connecting.AWSCLI.html">Connecting
 *       to your DB cluster using IAM authentication from the command line</a>.
 *   <li>Whatever is wrong, the client gets MySQL's error 1045 (28000) and no reason.
 *   <li>Every other user logs in at the MySQL behind: with its greeting, its scramble, its thread id. So KILL and cancelling
 *       work, and TLS to the client is TLS to that server too, whose {@code REQUIRE SSL} and {@code Ssl_cipher} mean what
 *       they say.
 * </ul>
 *
 * <h2>What it does not do</h2>
 *
 * <ul>
 *   <li>No IAM policies: whoever signs with a known access key may be any IAM user of the database.
 *   <li>No limit on new connections in a second; no cluster, no replicas, no failover.
 *   <li>An IAM user is one by its name, whatever its host; a session cannot be changed into an IAM user's
 *       ({@code COM_CHANGE_USER}, error 1235).
 *   <li>At the MySQL behind an IAM user is shown with {@code mysql_native_password}; the server sees every client come from
 *       this machine, by another port than the client's own; {@code REQUIRE X509} cannot be met.
 *   <li>The compressed protocol is not offered.
 *   <li>A statement of 16 MB and more, and one that comes with query attributes, goes to the server unread.
 *   <li>A client that sends a statement before it has read the last one's answer is served, unless the stand-in has to ask
 *       the server something for that statement.
 * </ul>
 *
 * <p>Nothing of it keeps or writes a token or a secret key.
 */
package io.lava4j.sandbox.aurora;
