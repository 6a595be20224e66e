/** The job types exe and pkg: from a spec to a program that runs, and to where its output goes. */
package io.lava4j.jobs.exe;
