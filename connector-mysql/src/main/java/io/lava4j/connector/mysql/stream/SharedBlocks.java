package io.lava4j.connector.mysql.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The blocks of an object, dealt out to whoever asks: one is read at a time, on the thread that wants it. Who has got part of
 * a row gets the rest of it before anyone else gets more. Safe for use by several threads.
 */
public final class SharedBlocks implements AutoCloseable {

    private final RowBlocks blocks;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean stopped;

    /** Deals them out. */
    public SharedBlocks(RowBlocks blocks) {
        this.blocks = blocks;
    }

    /** From now on there are no more: the load has failed, or goes another way. */
    public void stop() {
        stopped = true;
    }

    /** The next; nothing when there are no more. Who has asked must go on asking, or {@link #pass}. */
    Optional<RowBlock> take() throws IOException {
        if (!turn.isHeldByCurrentThread()) {
            await();
        }
        boolean inRow = false;
        try {
            Optional<RowBlock> block = stopped ? Optional.empty() : blocks.next();
            inRow = block.isPresent() && !block.get().endsRow();
            if (block.isEmpty()) {
                close();
            }
            return block;
        } catch (IOException | RuntimeException | Error broken) {
            stop();
            throw broken;
        } finally {
            if (!inRow) {
                turn.unlock();
            }
        }
    }

    /** Lets others have their turn, even within a row. */
    void pass() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    /** Lets go of the object. */
    @Override
    public void close() throws IOException {
        stop();
        blocks.close();
    }

    private void await() throws InterruptedIOException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the load was ended");
        }
    }
}
