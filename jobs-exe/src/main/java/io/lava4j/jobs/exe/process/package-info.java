/** A program in a session of its own: started, watched, ended with all that it started. */
package io.lava4j.jobs.exe.process;
