/** One run of a job, and what it is lent: connections, their credentials, stores, templates. */
package io.lava4j.core.run;
