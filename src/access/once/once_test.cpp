#include "access/once/once.hpp"

#include <gtest/gtest.h>

#include <mutex>
#include <set>

#include "tests/support/databases.hpp"
#include "tests/support/house.hpp"

namespace hebra::access {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view k_go_on = "go on";

/// `k_go_on`, the record of the first time, or the code of the refusal.
std::string told(const Result<std::optional<std::string>>& claim) {
    if (!claim) return std::string(claim.error().word.code);
    return claim->value_or(std::string(k_go_on));
}

class OnceStore : public test::OnBothDatabases<test::schema> {
  protected:
    std::string claim(const Actor& actor, const std::string& ref) {
        return told(db().write([&](db::Tx& tx) { return claim_once(tx, actor, ref, now); }));
    }
    std::string before(const Actor& actor) {
        return told(db().read([&](db::Reader& reader) { return claimed_before(reader, actor); }));
    }

    Time now = test::k_a_saturday;
    Actor agent{UserId::make(now), InstitutionId::make(now), {}, {}, {}};
};
HEBRA_ON_BOTH_DATABASES(OnceStore);

TEST_P(OnceStore, lets_the_first_go_on_and_gives_a_repeat_the_first_record) {
    const auto keyed = test::with_key(agent, "k1");
    EXPECT_EQ(before(keyed), k_go_on);
    EXPECT_EQ(claim(keyed, "first"), k_go_on);
    EXPECT_EQ(claim(keyed, "second"), "first");
    EXPECT_EQ(before(keyed), "first");
    EXPECT_EQ(claim(test::with_key(agent, "k2"), "second"), k_go_on);
}

TEST_P(OnceStore, refuses_a_key_used_for_something_else) {
    ASSERT_EQ(claim(test::with_key(agent, "k1"), "first"), k_go_on);
    const auto other_content = test::with_key(agent, "k1", "other");
    auto other_route = test::with_key(agent, "k1");
    other_route.once->route = "/another";
    for (const auto& reuse : {other_content, other_route}) {
        EXPECT_EQ(claim(reuse, "second"), words::k_key_reused.code);
        EXPECT_EQ(before(reuse), words::k_key_reused.code);
    }
}

TEST_P(OnceStore, keeps_each_persons_keys_apart) {
    ASSERT_EQ(claim(test::with_key(agent, "k1"), "first"), k_go_on);
    auto somebody = agent;
    somebody.user = UserId::make(now);
    EXPECT_EQ(claim(test::with_key(somebody, "k1", "other"), "second"), k_go_on);
}

TEST_P(OnceStore, carries_out_each_act_that_came_without_a_key) {
    EXPECT_EQ(claim(agent, "first"), k_go_on);
    EXPECT_EQ(claim(agent, "second"), k_go_on);
    EXPECT_EQ(before(agent), k_go_on);
}

TEST_P(OnceStore, does_not_hold_the_key_of_an_act_that_was_refused) {
    const auto keyed = test::with_key(agent, "k1");
    (void)db().write([&](db::Tx& tx) -> Result<> {
        HEBRA_CHECK(claim_once(tx, keyed, "first", now));
        return not_found();
    });
    EXPECT_EQ(claim(keyed, "second"), k_go_on);
}

TEST_P(OnceStore, forgets_a_key_after_a_day) {
    const auto keyed = test::with_key(agent, "k1");
    ASSERT_EQ(claim(keyed, "first"), k_go_on);
    const auto forget = [&](Time at) {
        return db().write([&](db::Tx& tx) -> Result<std::int64_t> { return forget_old_keys(tx, at); }).value();
    };
    EXPECT_EQ(forget(now + 24h), 0);
    EXPECT_EQ(forget(now + 24h + 1s), 1);
    EXPECT_EQ(claim(keyed, "second"), k_go_on);
}

TEST_P(OnceStore, carries_out_one_of_many_twins_and_gives_all_of_them_its_record) {
    const auto keyed = test::with_key(agent, "k1");
    std::mutex mutex;
    std::multiset<std::string> answers;
    test::at_once(8, [&](int n) {
        const auto ref = "thread-" + std::to_string(n);
        const auto answer = db().write([&](db::Tx& tx) -> Result<std::string> {
            HEBRA_TRY(const auto first, claim_once(tx, keyed, ref, now));
            if (first) return *first;
            tx.add("INSERT INTO installation (name, value) VALUES (:name, '')", {db::arg("name", ref)});
            return ref;
        });
        const std::scoped_lock lock(mutex);
        answers.insert(answer.value());
    });
    EXPECT_EQ(answers.count(*answers.begin()), 8U);
    const auto made = db().read([](db::Reader& reader) { return reader.all<std::string>("SELECT name FROM installation"); });
    EXPECT_EQ(made, std::vector{*answers.begin()});
}

}  // namespace
}  // namespace hebra::access
