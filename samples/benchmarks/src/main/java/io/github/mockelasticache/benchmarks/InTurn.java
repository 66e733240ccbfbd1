package io.github.mockelasticache.benchmarks;

import java.util.List;

/**
 * Prepared answers, handed out one after the other and then from the start again. The benchmarks make their calls in the same
 * order, so that looking an answer up costs next to nothing.
 *
 * @param <T> the type of an answer
 */
final class InTurn<T> {

    private final List<T> answers;
    private int next;

    InTurn(List<T> answers) {
        this.answers = List.copyOf(answers);
    }

    T next() {
        T answer = answers.get(next);
        next = next + 1 == answers.size() ? 0 : next + 1;
        return answer;
    }
}
