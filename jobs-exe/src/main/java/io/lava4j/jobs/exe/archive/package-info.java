/** A package of files: unpacked into a directory that nothing in it can leave. */
package io.lava4j.jobs.exe.archive;
