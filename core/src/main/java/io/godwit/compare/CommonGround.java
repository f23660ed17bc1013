package io.godwit.compare;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.schema.Expression;
import io.godwit.schema.Language;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;

/**
 * What two engines can both say. Immutable.
 *
 * @param exact whether both are one engine, whose own words may be compared
 */
record CommonGround(Dialect here, Dialect there, boolean exact) {

    static CommonGround of(Dialect here, Dialect there) {
        return new CommonGround(here, there, here.engine().equals(there.engine()));
    }

    /** The same, where not every word of a schema is the engine's own. */
    CommonGround foretold() {
        return new CommonGround(here, there, false);
    }

    boolean bothHave(Feature feature) {
        return here.supports(feature) && there.supports(feature);
    }

    /** By what a table, view or sequence is found on the other side: an engine may fold schemas into names, or names into lower case. */
    String key(TableName name) {
        TableName known = there.known(here.known(name));
        return exact ? known.toString() : known.caseless();
    }

    String key(Name name) {
        return exact ? name.text() : name.caseless();
    }

    /** A constraint's or index's own name, which either engine may have cut. */
    String fitted(Name name) {
        Name fitted = there.naming().fit(here.naming().fit(name.text()).text());
        return key(fitted);
    }

    boolean comparable(Language language) {
        return exact && language == Language.ENGINE;
    }

    /** SQL text: the engines' own words are compared only where both are of one engine. */
    Detail text(Expression expression) {
        return new Detail(expression.text(), comparable(expression.language()));
    }
}
