package io.cloakroom.tests.fuzz;

import java.util.List;
import java.util.Random;

/** One way to spoil a request. */
enum Mutation {
    FIELD(12) {
        @Override
        void apply(Draft draft, Random random) {
            change(draft.fields, Words.FIELDS, new Source(draft.shape), random);
        }
    },
    PARAMETER(8) {
        @Override
        void apply(Draft draft, Random random) {
            change(draft.query, Words.PARAMETERS, new Source(Draft.Shape.FORM), random);
        }
    },
    HEADER(5) {
        @Override
        void apply(Draft draft, Random random) {
            String value = random.nextInt(3) == 0 ? Values.wire(random) : Bytes.utf8(Values.text(random));
            draft.headers.add(new Pair(Values.pick(Words.HEADERS, random), value));
        }
    },
    METHOD(2) {
        @Override
        void apply(Draft draft, Random random) {
            draft.method = Values.pick(Words.METHODS, random);
        }
    },
    CONTENT_TYPE(2) {
        @Override
        void apply(Draft draft, Random random) {
            draft.contentType = Values.pick(Words.CONTENT_TYPES, random);
        }
    },
    SHAPE(1) {
        @Override
        void apply(Draft draft, Random random) {
            draft.as(Values.pick(List.of(Draft.Shape.values()), random));
        }
    },
    PATH(1) {
        @Override
        void apply(Draft draft, Random random) {
            String more = Values.pick(Words.PATHS, random);
            int cut = random.nextInt(3) == 0 ? Math.max(0, draft.path.lastIndexOf('/')) : draft.path.length();
            draft.path = draft.path.substring(0, cut) + (more.isEmpty() ? "/" + Values.wire(random) : more);
        }
    };

    private static final int MOST_AT_ONCE = 3;

    private final int weight;

    Mutation(int weight) {
        this.weight = weight;
    }

    abstract void apply(Draft draft, Random random);

    /** The same request, spoilt in one to three places. */
    static Draft spoilt(Draft draft, Random random) {
        Draft spoilt = draft.copy();
        int times = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < times; i++) {
            any(random).apply(spoilt, random);
        }
        return spoilt;
    }

    private static Mutation any(Random random) {
        int dice = random.nextInt(
                List.of(values()).stream().mapToInt(mutation -> mutation.weight).sum());
        for (Mutation mutation : values()) {
            dice -= mutation.weight;
            if (dice < 0) {
                return mutation;
            }
        }
        throw new IllegalStateException("The weights do not add up");
    }

    private static void change(List<Pair> pairs, List<String> more, Source source, Random random) {
        if (pairs.isEmpty() || random.nextInt(3) == 0) {
            pairs.add(new Pair(Values.pick(more, random), source.value(random)));
            return;
        }
        int at = random.nextInt(pairs.size());
        Pair old = pairs.get(at);
        switch (random.nextInt(8)) {
            case 0 -> pairs.remove(at);
            case 1 -> pairs.add(old);
            case 2 -> pairs.add(new Pair(old.name(), source.value(random)));
            case 3 -> pairs.set(at, new Pair(source.name(random), old.value()));
            default -> pairs.set(at, new Pair(old.name(), source.value(random)));
        }
    }

    /** Where new names and values come from, for fields that travel in that shape. */
    private record Source(Draft.Shape shape) {

        String value(Random random) {
            boolean quoted = shape == Draft.Shape.JSON && random.nextInt(4) != 0;
            return quoted ? Json.quoted(Values.text(random)) : Values.wire(random);
        }

        String name(Random random) {
            return Values.wire(random);
        }
    }
}
