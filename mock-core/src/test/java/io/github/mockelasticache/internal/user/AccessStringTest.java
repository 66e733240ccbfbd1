package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.UsersSeen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service makes of access strings. */
class AccessStringTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final UsersSeen users = UsersSeen.of(mock.client());

    /** The first two are samples of the user guide, the third is go-to-k/cdk-real-drift#488's. */
    @ParameterizedTest
    @CsvSource({
        "~objects:* ~items:* ~public:*, off ~objects:* ~items:* ~public:* -@all",
        "on ~keys* -@all +get, on ~keys* -@all +get",
        "on ~app:* +@read, on ~app:* -@all +@read",
        "on ~* +@all, on ~* +@all",
        "on ~* &* +@all, on ~* &* +@all",
        "off, off -@all",
        "off -@all, off -@all",
        "on allkeys allcommands, on ~* +@all",
        "on allkeys allchannels nocommands, on ~* &* -@all",
        "ON AllKeys +GET, on ~* -@all +get",
        "on off on, on -@all",
        "+@all ~x on, on ~x +@all",
        "on ~x ~y ~*, on ~* -@all",
        "on ~* resetkeys ~x ~x, on ~x -@all",
        "on ~* &x resetchannels &y, on ~* resetchannels &y -@all",
        "on ~* +get +@all -@dangerous, on ~* +@all -@dangerous",
        "on ~* +get -get, on ~* -@all -get",
        "on ~* +client|id -client|kill, on ~* -@all +client|id -client|kill",
        "on %R~in:* %W~out:* %RW~both:* +@all, on %R~in:* %W~out:* %RW~both:* +@all",
        "on ~* +@all ( ~temp:*  +set ), on ~* +@all (~temp:* +set)",
        "on (~a +get) clearselectors (~b +get), on -@all (~b +get)",
        "on ~Case:Kept +get, on ~Case:Kept -@all +get"
    })
    void it_is_stored_as_what_its_rules_amount_to(String asked, String stored) {
        assertThat(users.create("alice", user -> user.accessString(asked)).accessString())
                .isEqualTo(stored);
        assertThat(users.create("bob", user -> user.accessString(stored)).accessString())
                .as("stored once more")
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "on ~app:* +get, +set, on ~app:* -@all +get +set",
        "on ~app:* +get, ~more:* -get, on ~app:* ~more:* -@all -get",
        "on ~app:* +get, off, off ~app:* -@all +get",
        "on ~app:* +get, resetkeys nocommands, on -@all",
        "on ~* +@all (~a +get), (~b +get), on ~* +@all (~a +get) (~b +get)"
    })
    void what_is_appended_comes_after_what_is_there(String present, String appended, String stored) {
        users.create("alice", user -> user.accessString(present));

        assertThat(users.modify("alice", user -> user.appendAccessString(appended))
                        .accessString())
                .isEqualTo(stored);
    }

    /** Passwords have members of their own, and commands that the service restricts belong to nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "on ~* +@all >password",
                "on <password",
                "on #9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "on !9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "on nopass",
                "on resetpass",
                "reset",
                "on ~",
                "on %X~key",
                "on &",
                "on +",
                "on -@",
                "on +@everything",
                "on get",
                "on +config",
                "on -config|set",
                "on +shutdown",
                "on ~* ~x",
                "on &* &x",
                "on ()",
                "on (~x +get",
                "on (on +get)",
                "on (~x +config)"
            })
    void one_with_a_rule_that_is_not_allowed_is_InvalidParameterValue(String asked) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.create("alice", user -> user.accessString(asked)), mock)
                .hasMessageStartingWith("The access string is not valid: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_blank_one_is_InvalidParameterValue(String asked) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.create("alice", user -> user.accessString(asked)), mock)
                .says("The parameter AccessString must be provided and must not be blank.");
    }
}
