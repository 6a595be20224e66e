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
 *       work. That server is reached by its Unix socket, which costs least, unless one of its accounts or settings could
 *       tell that from TCP: an account with a host other than {@code %} and {@code localhost}, with {@code REQUIRE}, or
 *       with a plugin other than {@code caching_sha2_password} and {@code mysql_native_password};
 *       {@code require_secure_transport}, {@code skip_name_resolve}. For as long as there is one, new sessions go by TCP,
 *       and TLS to the client is TLS to that server too.
 *   <li>By the Unix socket TLS ends here: {@code SHOW STATUS} shows the client's {@code Ssl_cipher} and {@code Ssl_version}.
 *       Of a client without TLS MySQL's public key hides a password that MySQL has not seen yet; here it is a key of the
 *       stand-in's own.
 * </ul>
 *
 * <h2>What it is faithful to: statements</h2>
 *
 * Each statement that a client sends as text or prepares is read, by a lexer that knows MySQL's comments, texts and
 * names; one with nothing of Aurora's goes on as it came. "User guide" is AWS's Aurora user guide; "seen" is what people
 * report in public; what is neither is said to be so.
 *
 * <p><b>LOAD DATA FROM S3</b>
 *
 * <ul>
 *   <li>The grammar, FILE, PREFIX and MANIFEST, the URI, the region that may be left out, and that header lines are
 *       skipped in the first file only: user guide, "Loading data into an Amazon Aurora MySQL DB cluster from text files
 *       in an Amazon S3 bucket". IGNORE is the default: there (one edition says it of LOAD XML FROM S3 only). What follows
 *       INTO TABLE is MySQL's LOAD DATA INFILE itself, not LOCAL, in the client's own session and transaction.
 *   <li>The objects are first stored on the server's disk (user guide): in one file, one object after the other, a
 *       prefix's in the order of their keys and a manifest's in its order. The file goes when the statement has ended. That an
 *       object without a line's end runs into the next is so here; of Aurora it is not known. Compressed objects are not
 *       unpacked.
 *   <li>A key is taken as it stands; {@code %20} is no blank. Not documented.
 *   <li>The manifest: the JSON schema of the user guide, word by word. A missing object is an error when it is mandatory,
 *       skipped otherwise; none at all is an error.
 *   <li>The role AWS_LOAD_S3_ACCESS must be granted and active (user guide; {@code activate_all_roles_on_login} is off as
 *       in MySQL). The error names the privilege of version 2 in MySQL's 1227; the exact words are not documented.
 *   <li>{@code aws_default_s3_role} not set: 63985, text as seen; its role not associated with the cluster: as seen;
 *       no route: both errors of the user guide's page on network communication. The numbers 63985 and 1871 are both seen.
 *       These checks come before anything is fetched, in this order.
 *   <li>Of a missing object or bucket only the beginning, "S3 API returned error", is known: here S3's own error code and
 *       message follow. Of no object under a prefix, no object of a manifest, a URI that is none, and a manifest that is
 *       none, the texts are this stand-in's own.
 *   <li>{@code mysql.aurora_s3_load_history}: the columns of the user guide, of types that are not documented, the URI as
 *       it was written, the object's key as {@code file_name}. Filled when a statement succeeded, before the client knows;
 *       dated at its end; never emptied. A manifest is listed too (seen). A ROLLBACK leaves the rows, and a transaction that
 *       began to read before the load does not see them; of Aurora neither is known. To read it takes SELECT on it.
 * </ul>
 *
 * <p><b>Functions and variables.</b> {@code aurora_version()}, {@code @@aurora_version}, {@code @@aws_default_s3_role},
 * with {@code global.} too, become their values wherever they stand, and SHOW VARIABLES [LIKE] shows the two variables
 * (user guide, "Amazon Aurora versioning"; the parameter as seen). A column that is nothing else keeps its name.
 *
 * <p><b>IAM users.</b> {@code IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'} in CREATE USER and ALTER USER (user guide,
 * "Creating a database account using IAM authentication") makes a user of the server behind with a password that only this
 * stand-in knows; SHOW CREATE USER shows that.
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
 *   <li>By the Unix socket: {@code SHOW PROCESSLIST} shows no port; {@code performance_schema}, SHOW STATUS with WHERE or
 *       as a part of several statements, and status variables of TLS other than those two show no TLS; a client that
 *       brings the server's public key in a file logs in over TLS, or once its password is known; a session is not
 *       changed into the user of an account that could tell and was made after the session began.
 *   <li>Two of the connections of the server behind are the stand-in's own, so its {@code max_connections} leaves two fewer.
 *   <li>The compressed protocol is not offered.
 *   <li>A statement of 16 MB and more, and one that comes with query attributes, goes to the server unread.
 *   <li>A client that sends a statement before it has read the last one's answer is served, unless the stand-in has to ask
 *       the server something for that statement.
 *   <li>LOAD XML FROM S3, SELECT INTO OUTFILE S3, the privileges of version 2: the server behind answers as MySQL does.
 *   <li>Regions: any is taken, whatever the bucket's. Permissions of the IAM role and keys of KMS: all objects are readable.
 *   <li>A load among several statements in one text: refused with 1235. A load that is prepared: refused with 1295, as
 *       MySQL refuses LOAD DATA; drivers then prepare it themselves.
 *   <li>Texts of more than a million characters, what stands in texts of PREPARE, SHOW VARIABLES WHERE, and
 *       {@code @@session.}: they go on as they are.
 *   <li>KILL QUERY finds nothing to end while objects are being fetched. SHOW WARNINGS does not show a refusal. SHOW
 *       PROCESSLIST shows the statement that the server behind runs.
 *   <li>The role gives FILE at the server behind, for files of its {@code secure_file_priv}, where on Aurora nobody has it;
 *       the master user is root.
 * </ul>
 *
 * <p><b>Faults</b> are switched by {@link io.lava4j.sandbox.aurora.AuroraSettings}, or by SQL in the table
 * {@code aurora_stand_in.settings}; a statement goes by what is set when it comes.
 *
 * <p>Nothing of it keeps or writes a token or a secret key.
 */
package io.lava4j.sandbox.aurora;
