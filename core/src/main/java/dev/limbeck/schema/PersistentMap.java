package dev.limbeck.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map whose every version stays as it was: a balanced tree that shares all but the changed
 * path. Reading and changing take O(log n), a snapshot nothing.
 */
final class PersistentMap<K extends Comparable<? super K>, V>
        implements Iterable<PersistentMap.Entry<K, V>> {
    /** A key and its value. */
    record Entry<K, V>(K key, V value) {}

    private record Node<K, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int height,
            int size) {}

    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    static <K extends Comparable<? super K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null);
    }

    /** Returns a map of entries that are in the order of their keys, each key once. */
    static <K extends Comparable<? super K>, V> PersistentMap<K, V> ofSorted(
            List<Entry<K, V>> entries) {
        return new PersistentMap<>(tree(entries, 0, entries.size()));
    }

    private static <K, V> @Nullable Node<K, V> tree(List<Entry<K, V>> entries, int from, int to) {
        if (from == to) {
            return null;
        }
        int middle = (from + to) >>> 1;
        Entry<K, V> entry = entries.get(middle);
        return node(
                entry.key, entry.value, tree(entries, from, middle), tree(entries, middle + 1, to));
    }

    int size() {
        return size(root);
    }

    @Nullable V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node.value;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    PersistentMap<K, V> put(K key, V value) {
        return new PersistentMap<>(put(root, key, value));
    }

    PersistentMap<K, V> remove(K key) {
        return get(key) == null ? this : new PersistentMap<>(remove(root, key));
    }

    /** Returns the entries in the order of their keys. */
    @Override
    public Iterator<Entry<K, V>> iterator() {
        return range(key -> 0).iterator();
    }

    /**
     * Returns the entries of a stretch of keys.
     *
     * @param position negative for keys before the stretch, 0 inside, positive behind it
     */
    Iterable<Entry<K, V>> range(ToIntFunction<K> position) {
        return () -> new RangeIterator<>(root, position);
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static <K, V> Node<K, V> node(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(
                key,
                value,
                left,
                right,
                1 + Math.max(height(left), height(right)),
                1 + size(left) + size(right));
    }

    private static <K, V> Node<K, V> balanced(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && height(left) > height(right) + 1) {
            Node<K, V> inner = left.right;
            if (inner != null && height(inner) > height(left.left)) {
                return node(
                        inner.key,
                        inner.value,
                        node(left.key, left.value, left.left, inner.left),
                        node(key, value, inner.right, right));
            }
            return node(left.key, left.value, left.left, node(key, value, left.right, right));
        }
        if (right != null && height(right) > height(left) + 1) {
            Node<K, V> inner = right.left;
            if (inner != null && height(inner) > height(right.right)) {
                return node(
                        inner.key,
                        inner.value,
                        node(key, value, left, inner.left),
                        node(right.key, right.value, inner.right, right.right));
            }
            return node(right.key, right.value, node(key, value, left, right.left), right.right);
        }
        return node(key, value, left, right);
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> put(
            @Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return node(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return node(key, value, node.left, node.right);
        }
        return order < 0
                ? balanced(node.key, node.value, put(node.left, key, value), node.right)
                : balanced(node.key, node.value, node.left, put(node.right, key, value));
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(
            @Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return balanced(node.key, node.value, remove(node.left, key), node.right);
        }
        if (order > 0) {
            return balanced(node.key, node.value, node.left, remove(node.right, key));
        }
        if (node.left == null) {
            return node.right;
        }
        if (node.right == null) {
            return node.left;
        }
        Node<K, V> next = node.right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next.key, next.value, node.left, remove(node.right, next.key));
    }

    private static final class RangeIterator<K, V> implements Iterator<Entry<K, V>> {
        private final Deque<Node<K, V>> path = new ArrayDeque<>();
        private final ToIntFunction<K> position;

        RangeIterator(@Nullable Node<K, V> root, ToIntFunction<K> position) {
            this.position = position;
            descend(root);
        }

        private void descend(@Nullable Node<K, V> from) {
            Node<K, V> node = from;
            while (node != null) {
                int place = position.applyAsInt(node.key);
                if (place < 0) {
                    node = node.right;
                } else {
                    if (place == 0) {
                        path.push(node);
                    }
                    node = node.left;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Entry<K, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> node = path.pop();
            descend(node.right);
            return new Entry<>(node.key, node.value);
        }
    }
}
